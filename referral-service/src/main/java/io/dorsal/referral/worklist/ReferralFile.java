package io.dorsal.referral.worklist;

import io.dorsal.referral.routing.ReferralState;
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
public record ReferralFile(
        WorklistItem line,
        int episode,
        int revision,
        boolean primary,
        long version,
        @Nullable String patientReference,
        String decision,
        List<Step> history) {

    public ReferralFile {
        history = List.copyOf(history);
    }

    /** The same with its history. */
    public ReferralFile withHistory(List<Step> steps) {
        return new ReferralFile(line, episode, revision, primary, version, patientReference, decision, steps);
    }

    /** Leaves patient and answers out: this text may get into a log. */
    @Override
    public String toString() {
        return "ReferralFile[%s, version %d]".formatted(line.referralId(), version);
    }

    /**
     * One step of the history.
     *
     * @param revision of the assessment at which the step was taken
     * @param from null for the first step
     * @param urgency after the step
     */
    public record Step(
            long version,
            int revision,
            Instant at,
            String actor,
            @Nullable ReferralState from,
            ReferralState to,
            Urgency urgency,
            String reason) {

        /** The state before; empty for the first step. */
        public Optional<ReferralState> before() {
            return Optional.ofNullable(from);
        }
    }
}
