package io.dorsal.platform.replay;

import io.dorsal.clinicalevents.EventAnswers;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.UrgencyChange;
import io.dorsal.rules.engine.NetworkEngines;
import io.dorsal.schemas.codec.Decoding;
import io.dorsal.schemas.codec.EventCodec;
import io.dorsal.schemas.codec.SchemaLookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Decides each record of the history by the active ruleset and by the candidate, as the policy of its network makes them,
 * and notes where they differ.
 */
final class Comparing implements Consumer<ConsumerRecord<String, byte[]>> {

    private final Range range;
    private final NetworkEngines active;
    private final NetworkEngines candidate;
    private final EventCodec<AssessmentSubmitted> codec;
    private final EventAnswers answers;
    private final Tally tally;
    private final Lists lists;

    Comparing(
            Range range,
            NetworkEngines active,
            NetworkEngines candidate,
            SchemaLookup schemas,
            Tally tally,
            Lists lists) {
        this.range = range;
        this.active = active;
        this.candidate = candidate;
        this.codec = EventCodec.of(AssessmentSubmitted.class, schemas);
        this.answers = new EventAnswers(active.of(null).ruleset().vocabulary());
        this.tally = tally;
        this.lists = lists;
    }

    @Override
    public void accept(ConsumerRecord<String, byte[]> record) {
        switch (codec.decode(record.value())) {
            case Decoding.Decoded<AssessmentSubmitted>(AssessmentSubmitted event) -> read(record, event);
            case Decoding.Undecodable<AssessmentSubmitted>(Decoding.Defect defect) -> unreadable(record, defect.name());
        }
    }

    private void read(ConsumerRecord<String, byte[]> record, AssessmentSubmitted event) {
        if (!range.contains(event.getReceivedAt())) {
            return;
        }
        if (event.getSynthetic()) {
            tally.synthetic();
            return;
        }
        Optional<Answers> given = answers.toDomain(event.getAnswers());
        if (given.isPresent()) {
            compare(event, given.get());
        } else {
            unreadable(record, "IMPOSSIBLE_ANSWERS");
        }
    }

    private void compare(AssessmentSubmitted event, Answers given) {
        Integer earlier = event.getPreviousAssessments();
        List<Finding> is = active.of(event.getNetworkId()).findings(given, earlier);
        List<Finding> wouldBe = candidate.of(event.getNetworkId()).findings(given, earlier);
        tally.compared(event.getReceivedAt());
        wouldBe.stream().filter(Finding::evaluationFailed).map(Finding::rule).forEach(tally::ruleFailed);
        Optional<UrgencyChange> change = UrgencyChange.between(is, wouldBe);
        if (change.isPresent()) {
            note(event, change.get());
        } else if (!rules(is).equals(rules(wouldBe))) {
            tally.sameUrgencyByOtherRules();
        }
    }

    private void note(AssessmentSubmitted event, UrgencyChange change) {
        tally.changed(change);
        if (change.isLowered()) {
            lists.add(Transition.of(change), LoweredCase.of(event.getAssessmentId(), event.getRevision(), change));
        }
    }

    private void unreadable(ConsumerRecord<String, byte[]> record, String reason) {
        tally.unreadable();
        lists.add(UnreadableRecord.of(record, reason));
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toSet());
    }
}
