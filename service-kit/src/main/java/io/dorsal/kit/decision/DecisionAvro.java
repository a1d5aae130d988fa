package io.dorsal.kit.decision;

import io.dorsal.events.DurationClass;
import io.dorsal.events.Pattern;
import io.dorsal.events.Queue;
import io.dorsal.events.Region;
import io.dorsal.events.Urgency;
import io.dorsal.kit.messaging.ImpossibleRecordException;
import io.dorsal.rules.decision.Because;
import io.dorsal.rules.decision.Decision;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.decision.OpenQuestion;
import io.dorsal.rules.decision.Referral;
import io.dorsal.rules.vocabulary.AnswerValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A decision as the event carries it, and as the domain knows it. */
public final class DecisionAvro {

    /** The reason code of a decision that is none. */
    public static final String IMPOSSIBLE_DECISION = "IMPOSSIBLE_DECISION";

    private DecisionAvro() {}

    /** The decision for an event. */
    public static io.dorsal.events.Decision toEvent(Decision decision) {
        return new io.dorsal.events.Decision(
                Urgency.valueOf(decision.urgency().name()),
                decision.rulesetVersion(),
                decision.rulesetHash(),
                decision.findings().stream().map(DecisionAvro::toEvent).toList(),
                decision.referrals().stream().map(DecisionAvro::toEvent).toList(),
                decision.unansweredSafetyQuestions(),
                decision.openQuestions().stream().map(DecisionAvro::toEvent).toList(),
                decision.openRules(),
                decision.regions().stream().map(Region::valueOf).toList(),
                toEvent(decision.durationClass()),
                Pattern.valueOf(decision.pattern().name()),
                decision.adviceToClinic(),
                decision.adviceToPatient());
    }

    /**
     * The decision of an event. An urgency that this version does not know is an emergency; a queue, region or duration
     * class that it does not know is left out, and a pattern unclassified: a decision that tells a little less is still
     * one.
     *
     * @throws ImpossibleRecordException where there is no finding
     */
    public static Decision toDomain(io.dorsal.events.Decision event) {
        if (event.getFindings().isEmpty()) {
            throw new ImpossibleRecordException(IMPOSSIBLE_DECISION, "a decision without finding");
        }
        return new Decision(
                urgency(event.getUrgency()),
                event.getRulesetVersion(),
                event.getRulesetHash(),
                event.getFindings().stream().map(DecisionAvro::toDomain).toList(),
                event.getReferrals().stream()
                        .filter(referral -> referral.getQueue() != Queue.UNRECOGNISED)
                        .map(DecisionAvro::toDomain)
                        .toList(),
                event.getUnansweredSafetyQuestions(),
                event.getOpenQuestions().stream().map(DecisionAvro::toDomain).toList(),
                event.getOpenRules(),
                event.getRegions().stream()
                        .filter(region -> region != Region.UNRECOGNISED)
                        .map(Region::name)
                        .toList(),
                durationClass(event.getDurationClass()),
                pattern(event.getPattern()),
                event.getAdviceToClinic(),
                event.getAdviceToPatient());
    }

    /** The urgency of an event; one that this version does not know is an emergency. */
    public static io.dorsal.rules.decision.Urgency urgency(Urgency urgency) {
        return urgency == Urgency.UNRECOGNISED
                ? io.dorsal.rules.decision.Urgency.EMERGENCY
                : io.dorsal.rules.decision.Urgency.valueOf(urgency.name());
    }

    private static DurationClass toEvent(io.dorsal.rules.decision.@Nullable DurationClass durationClass) {
        return durationClass == null ? DurationClass.UNRECOGNISED : DurationClass.valueOf(durationClass.name());
    }

    private static io.dorsal.rules.decision.@Nullable DurationClass durationClass(DurationClass durationClass) {
        return durationClass == DurationClass.UNRECOGNISED
                ? null
                : io.dorsal.rules.decision.DurationClass.valueOf(durationClass.name());
    }

    private static io.dorsal.rules.decision.Pattern pattern(Pattern pattern) {
        return pattern == Pattern.UNRECOGNISED
                ? io.dorsal.rules.decision.Pattern.UNCLASSIFIED
                : io.dorsal.rules.decision.Pattern.valueOf(pattern.name());
    }

    private static io.dorsal.events.Finding toEvent(Finding finding) {
        return new io.dorsal.events.Finding(
                finding.rule(),
                finding.title(),
                Urgency.valueOf(finding.urgency().name()),
                finding.because().stream().map(DecisionAvro::toEvent).toList(),
                finding.queues().stream()
                        .map(queue -> Queue.valueOf(queue.name()))
                        .toList(),
                finding.workUp(),
                finding.sources(),
                finding.evaluationFailed());
    }

    private static Finding toDomain(io.dorsal.events.Finding finding) {
        return new Finding(
                finding.getRule(),
                finding.getTitle(),
                urgency(finding.getUrgency()),
                finding.getBecause().stream().map(DecisionAvro::toDomain).toList(),
                finding.getQueues().stream()
                        .filter(queue -> queue != Queue.UNRECOGNISED)
                        .map(queue -> io.dorsal.rules.decision.Queue.valueOf(queue.name()))
                        .toList(),
                finding.getWorkUp(),
                finding.getSources(),
                finding.getEvaluationFailed());
    }

    private static io.dorsal.events.OpenQuestion toEvent(OpenQuestion question) {
        return new io.dorsal.events.OpenQuestion(
                question.path(),
                question.rule(),
                Urgency.valueOf(question.couldRaiseTo().name()));
    }

    private static OpenQuestion toDomain(io.dorsal.events.OpenQuestion question) {
        return new OpenQuestion(question.getPath(), question.getRule(), urgency(question.getCouldRaiseTo()));
    }

    private static io.dorsal.events.ReferralRequest toEvent(Referral referral) {
        return new io.dorsal.events.ReferralRequest(
                Queue.valueOf(referral.queue().name()),
                Urgency.valueOf(referral.urgency().name()),
                referral.primary());
    }

    private static Referral toDomain(io.dorsal.events.ReferralRequest referral) {
        return new Referral(
                io.dorsal.rules.decision.Queue.valueOf(referral.getQueue().name()),
                urgency(referral.getUrgency()),
                referral.getPrimary());
    }

    private static io.dorsal.events.Because toEvent(Because because) {
        return new io.dorsal.events.Because(because.path(), toEvent(because.value()));
    }

    private static @Nullable Object toEvent(@Nullable AnswerValue value) {
        return switch (value) {
            case null -> null;
            case AnswerValue.Flag(boolean flag) -> flag;
            case AnswerValue.Whole(int number) -> number;
            case AnswerValue.Symbol(String symbol) -> symbol;
            case AnswerValue.Symbols(List<String> symbols) -> symbols;
        };
    }

    private static Because toDomain(io.dorsal.events.Because because) {
        return new Because(because.getPath(), toDomain(because.getValue()));
    }

    private static @Nullable AnswerValue toDomain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Boolean flag -> new AnswerValue.Flag(flag);
            case Integer number -> new AnswerValue.Whole(number);
            case String symbol -> new AnswerValue.Symbol(symbol);
            case List<?> symbols ->
                new AnswerValue.Symbols(symbols.stream().map(Object::toString).toList());
            default -> throw new IllegalStateException("the schema allows no other type");
        };
    }
}
