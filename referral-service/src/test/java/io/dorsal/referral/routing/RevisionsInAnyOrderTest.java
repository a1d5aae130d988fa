package io.dorsal.referral.routing;

import static io.dorsal.referral.routing.DecisionBuilder.RECEIVED;
import static io.dorsal.referral.routing.DecisionBuilder.aDecision;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.referral.lifecycle.AssessmentId;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.ReferralChange;
import io.dorsal.referral.lifecycle.ReferralId;
import io.dorsal.referral.lifecycle.ReferralRequest;
import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Decisions come late, twice, out of order, in batches of any size, two bodies under one revision: it must not matter. */
class RevisionsInAnyOrderTest {

    private static final int ASSESSMENTS = 2;
    private static final List<Urgency> ASKED =
            List.of(Urgency.EMERGENCY, Urgency.URGENT, Urgency.SOON, Urgency.ROUTINE);

    private final Targets targets =
            new Targets(Map.of(Urgency.EMERGENCY, Duration.ofMinutes(15), Urgency.URGENT, Duration.ofHours(24)));
    private final RoutingPolicy policy = new RoutingPolicy(NetworkTargets.everywhere(targets));

    @Property
    void theReferralsThatAreOpenInTheEndAreThoseThatTheNewestRevisionAsksFor(
            @ForAll("deliveries") List<List<DecidedRevision>> batches) {
        FakeCases cases = routeAll(batches);

        Map<AssessmentId, List<DecidedRevision>> byAssessment =
                batches.stream().flatMap(List::stream).collect(Collectors.groupingBy(DecidedRevision::assessmentId));
        byAssessment.forEach(
                (id, decisions) -> assertThat(Routings.open(cases.known(id))).isEqualTo(asked(newest(decisions))));
    }

    @Property
    void whatIsOpenInTheEndIsDueByItsUrgencyFromTheFirstReceiptOn(
            @ForAll("deliveries") List<List<DecidedRevision>> batches) {
        FakeCases cases = routeAll(batches);

        Map<AssessmentId, Instant> receipts = batches.stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        DecidedRevision::assessmentId,
                        DecidedRevision::receivedAt,
                        (one, other) -> one.isBefore(other) ? one : other));
        receipts.forEach((id, receipt) -> assertThat(cases.known(id).open())
                .allSatisfy(
                        referral -> assertThat(referral.dueAt()).isEqualTo(targets.due(referral.urgency(), receipt))));
    }

    @Property
    void ofManyDecisionsAboutOneBodyEachQueueIsOpenAtItsMostUrgent(
            @ForAll("decisionsOfOneBody") List<DecidedRevision> decisions) {
        FakeCases cases = routeAll(List.of(decisions));

        Map<Queue, Urgency> asked = new HashMap<>();
        decisions.forEach(decision ->
                asked(decision).forEach((queue, urgency) -> asked.merge(queue, urgency, Urgency::mostUrgent)));
        assertThat(Routings.open(cases.known(decisions.getFirst().assessmentId())))
                .isEqualTo(asked);
        assertThat(cases.conflicts()).isEmpty();
    }

    @Property
    void versionsGrowByOneAndAnAssessmentHasOneOpenReferralInAQueue(
            @ForAll("deliveries") List<List<DecidedRevision>> batches) {
        Map<ReferralId, Long> versions = new HashMap<>();
        Map<String, ReferralId> open = new HashMap<>();

        for (ReferralChange change : routeAll(batches).announced()) {
            Referral referral = change.referral();
            assertThat(referral.version()).isEqualTo(versions.getOrDefault(referral.id(), 0L) + 1);
            versions.put(referral.id(), referral.version());
            String place = referral.assessmentId() + "|" + referral.queue();
            if (referral.state().isOpen()) {
                assertThat(open.getOrDefault(place, referral.id())).isEqualTo(referral.id());
                open.put(place, referral.id());
            } else {
                open.remove(place);
            }
        }
    }

    @Property
    void theSameDecisionsOnceMoreChangeNothing(@ForAll("deliveries") List<List<DecidedRevision>> batches) {
        FakeCases cases = routeAll(batches);
        Map<AssessmentId, AssessmentCase> before = cases.all();
        int announced = cases.announced().size();

        batches.forEach(cases::route);

        assertThat(cases.all()).isEqualTo(before);
        assertThat(cases.announced()).hasSize(announced);
    }

    @Property
    void conflictsAreReportedWhateverTheOrder(@ForAll("twoBodies") List<DecidedRevision> bodies) {
        Set<Standing> kept = new HashSet<>();
        for (List<DecidedRevision> order : List.of(bodies, bodies.reversed())) {
            FakeCases cases = routeAll(List.of(order));
            kept.add(cases.known(order.getFirst().assessmentId()).standing());
            assertThat(cases.conflicts()).hasSize(1);
        }
        assertThat(kept).hasSize(1);
    }

    private FakeCases routeAll(List<List<DecidedRevision>> batches) {
        FakeCases cases = new FakeCases(policy);
        batches.forEach(cases::route);
        return cases;
    }

    private static DecidedRevision newest(List<DecidedRevision> decisions) {
        return decisions.stream()
                .max(Comparator.comparingInt(DecidedRevision::revision)
                        .thenComparing(DecidedRevision::urgency, Comparator.reverseOrder())
                        .thenComparing(DecidedRevision::bodyHash, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static Map<Queue, Urgency> asked(DecidedRevision decision) {
        return decision.requests().stream().collect(Collectors.toMap(ReferralRequest::queue, ReferralRequest::urgency));
    }

    @Provide
    Arbitrary<List<List<DecidedRevision>>> deliveries() {
        return decision(Arbitraries.integers().between(1, 4), Arbitraries.of("a", "b"))
                .list()
                .ofMaxSize(12)
                .map(RevisionsInAnyOrderTest::oneDecisionForABody)
                .flatMap(decisions -> Arbitraries.shuffle(decisions)
                        .flatMap(
                                shuffled -> Arbitraries.integers().between(1, 6).map(size -> batches(shuffled, size))));
    }

    @Provide
    Arbitrary<List<DecidedRevision>> twoBodies() {
        return Combinators.combine(
                        decision(Arbitraries.just(1), Arbitraries.just("a")),
                        decision(Arbitraries.just(1), Arbitraries.just("b")))
                .as((one, other) -> List.of(one, about(one.assessmentId(), other)));
    }

    @Provide
    Arbitrary<List<DecidedRevision>> decisionsOfOneBody() {
        AssessmentId id = new AssessmentId(new UUID(0, 1));
        return decision(Arbitraries.just(1), Arbitraries.just("a"))
                .map(decision -> about(id, decision))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Arbitrary<DecidedRevision> decision(Arbitrary<Integer> revisions, Arbitrary<String> bodies) {
        Arbitrary<Map<Queue, Urgency>> wishes = Arbitraries.maps(
                        Arbitraries.of(Queue.EMERGENCY_DEPARTMENT, Queue.NEUROSURGERY, Queue.PRIMARY_CARE),
                        Arbitraries.of(ASKED))
                .ofMaxSize(3);
        return Combinators.combine(Arbitraries.integers().between(1, ASSESSMENTS), revisions, bodies, wishes)
                .as((assessment, revision, body, asked) -> {
                    DecisionBuilder builder = aDecision()
                            .about(new AssessmentId(new UUID(0, assessment)))
                            .ofRevision(revision)
                            .withBody(body)
                            .receivedAt(RECEIVED.plus(Duration.ofHours(revision)));
                    asked.forEach(builder::asking);
                    return builder.build();
                });
    }

    private static DecidedRevision about(AssessmentId id, DecidedRevision decision) {
        DecisionBuilder builder = aDecision().about(id).withBody(decision.bodyHash());
        decision.requests().forEach(request -> builder.asking(request.queue(), request.urgency()));
        return builder.build();
    }

    /** Triage is deterministic: one body has one decision, however often it comes. */
    private static List<DecidedRevision> oneDecisionForABody(List<DecidedRevision> decisions) {
        Map<String, DecidedRevision> byBody = new HashMap<>();
        return decisions.stream()
                .map(decision -> byBody.computeIfAbsent(
                        decision.assessmentId() + "|" + decision.revision() + "|" + decision.bodyHash(), _ -> decision))
                .toList();
    }

    private static List<List<DecidedRevision>> batches(List<DecidedRevision> decisions, int size) {
        List<List<DecidedRevision>> batches = new ArrayList<>();
        for (int start = 0; start < decisions.size(); start += size) {
            batches.add(decisions.subList(start, Math.min(start + size, decisions.size())));
        }
        return batches;
    }
}
