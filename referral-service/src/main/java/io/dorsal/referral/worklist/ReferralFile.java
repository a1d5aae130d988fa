package io.dorsal.referral.worklist;

import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.ChangeReason;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.referral.lifecycle.Placement;
import io.dorsal.referral.lifecycle.Referral;
import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All there is about one referral.
 *
 * @param patientReference null where it is not known yet, or erased
 * @param decision the decision that the assessment's referrals follow, as JSON
 * @param history from the first step on
 */
public record ReferralFile(Referral referral, @Nullable String patientReference, String decision, List<Step> history) {

    public ReferralFile {
        history = List.copyOf(history);
    }

    /** As the worklist shows it. */
    public Line line() {
        String accepting = history.reversed().stream()
                .filter(step -> step.done()
                        .filter(done -> done.action() instanceof Action.Accept)
                        .isPresent())
                .findFirst()
                .map(Step::actor)
                .orElse(null);
        return new Line(referral, referral.state().isTakenOn() ? accepting : null);
    }

    /** The same with its history. */
    public ReferralFile withHistory(List<Step> steps) {
        return new ReferralFile(referral, patientReference, decision, steps);
    }

    /** Leaves patient and answers out: this text may get into a log. */
    @Override
    public String toString() {
        return "ReferralFile[%s, version %d]".formatted(referral.id(), referral.version());
    }

    /**
     * One step of the history.
     *
     * @param revision of the assessment at which the step was taken
     * @param from null for the first step
     * @param urgency after the step
     * @param deed what somebody did; null where nobody did anything
     * @param placement the site that the step chose, or why it found none; null where it chose none
     */
    public record Step(
            long version,
            int revision,
            Instant at,
            String actor,
            @Nullable StateName from,
            StateName to,
            Urgency urgency,
            ChangeReason reason,
            @Nullable Deed deed,
            @Nullable Placement placement) {

        /** The state before; empty for the first step. */
        public Optional<StateName> before() {
            return Optional.ofNullable(from);
        }

        /** What somebody did; empty where nobody did anything. */
        public Optional<Deed> done() {
            return Optional.ofNullable(deed);
        }

        /** The coded reason as the world sees it: the one given, or what happened. */
        public String codedReason() {
            return done().flatMap(done -> done.action().code()).map(Enum::name).orElse(reason.name());
        }
    }
}
