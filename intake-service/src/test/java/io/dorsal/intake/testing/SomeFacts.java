package io.dorsal.intake.testing;

import io.dorsal.intake.view.Body;
import io.dorsal.intake.view.Channel;
import io.dorsal.intake.view.Fact;
import io.dorsal.intake.view.Fact.AlertChanged;
import io.dorsal.intake.view.Fact.Decided;
import io.dorsal.intake.view.Fact.Erased;
import io.dorsal.intake.view.Fact.Parked;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.intake.view.Fact.Submitted;
import io.dorsal.intake.view.Lane;
import io.dorsal.intake.view.Origin;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.schemas.identity.Identities;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Any facts about one assessment of a clinic that nobody else uses, from so small a world that they often tell of the same subject:
 * older and newer, equal and contradicting.
 */
public final class SomeFacts {

    /** The clinic. */
    public static final String CLINIC = "clinic-of-some-facts";

    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00.123Z");

    private final UUID id;

    private SomeFacts(UUID id) {
        this.id = id;
    }

    /** Facts about this assessment. */
    public static SomeFacts about(UUID assessmentId) {
        return new SomeFacts(assessmentId);
    }

    /** A few facts of all kinds. */
    public Arbitrary<List<Fact>> any() {
        return any(erasures());
    }

    /** A few facts of all kinds, about a patient whom nobody erases. */
    public Arbitrary<List<Fact>> withoutErasure() {
        return any(references());
    }

    /** A decision. */
    public Arbitrary<Decided> decisions() {
        return Combinators.combine(bodies(), origins(), Arbitraries.of(Urgency.values()), times(), times(), documents())
                .as((body, origin, urgency, received, decided, document) -> new Decided(
                        id,
                        body,
                        origin,
                        Identities.decisionId(id, body.revision()),
                        urgency,
                        received,
                        decided,
                        document));
    }

    private Arbitrary<List<Fact>> any(Arbitrary<Fact> more) {
        return Arbitraries.oneOf(
                        submissions(),
                        references(),
                        decisions().map(Fact.class::cast),
                        referrals(),
                        alerts(),
                        parkings(),
                        more)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private Arbitrary<Fact> submissions() {
        return Combinators.combine(
                        bodies(),
                        origins(),
                        Arbitraries.of(Lane.values()),
                        Arbitraries.of(Channel.values()),
                        times(),
                        times().injectNull(0.5),
                        Arbitraries.integers().between(0, 2).injectNull(0.5),
                        documents())
                .as((body, origin, lane, channel, received, assessed, previous, answers) ->
                        new Submitted(id, body, origin, lane, channel, received, assessed, previous, answers));
    }

    private Arbitrary<Fact> references() {
        return Combinators.combine(revisions(), times(), Arbitraries.of("p-1", "p-2"))
                .as((revision, received, reference) -> new Referenced(id, revision, received, reference));
    }

    private Arbitrary<Fact> referrals() {
        return Combinators.combine(
                        Arbitraries.of("SPINE_SURGERY", "PHYSIATRY"),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of("ROUTED", "RETURNED"),
                        times().injectNull(0.5),
                        Arbitraries.of("one", "other").injectNull(0.5),
                        Arbitraries.of(Urgency.values()))
                .as((queue, version, state, time, text, urgency) -> new ReferralChanged(
                        id,
                        Identities.referralId(id, queue, 1),
                        version,
                        1,
                        queue,
                        urgency,
                        text == null,
                        state,
                        time,
                        text,
                        text,
                        text,
                        time,
                        time));
    }

    private Arbitrary<Fact> alerts() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.longs().between(1, 3),
                        Arbitraries.of("NOTIFYING", "CLOSED"),
                        times(),
                        times().injectNull(0.5))
                .as((episode, version, state, raised, delivered) -> new AlertChanged(
                        id, Identities.alertId(id, episode), version, episode, state, raised, delivered));
    }

    private Arbitrary<Fact> parkings() {
        return Combinators.combine(Arbitraries.integers().between(Parked.UNREADABLE, 3), times())
                .as((revision, parked) -> new Parked(id, revision, parked));
    }

    private Arbitrary<Fact> erasures() {
        return Arbitraries.just(new Erased(id));
    }

    private static Arbitrary<Body> bodies() {
        return Combinators.combine(revisions(), Arbitraries.of("a", "b")).as(Body::new);
    }

    private static Arbitrary<Origin> origins() {
        return Combinators.combine(Arbitraries.of("metro", "coast"), Arbitraries.of(false, true))
                .as((network, synthetic) -> new Origin(CLINIC, network, synthetic));
    }

    private static Arbitrary<Integer> revisions() {
        return Arbitraries.integers().between(1, 3);
    }

    private static Arbitrary<Instant> times() {
        return Arbitraries.integers().between(0, 3).map(NOON::plusSeconds);
    }

    private static Arbitrary<String> documents() {
        return Arbitraries.of("{}", "{\"a\": 1}");
    }
}
