package io.dorsal.referral.fhir;

import io.dorsal.referral.lifecycle.StateName;
import io.dorsal.rules.decision.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Which page of which referrals is asked for. What changed first comes first: so whatever changes while somebody goes from
 * page to page comes once more at the end, and is not missed.
 *
 * @param after the last one of the page before, or what all of them follow
 * @param before when all of them have changed before
 */
public record RecordQuery(
        Selected selected, Set<Queue> queues, Set<StateName> states, Position after, Instant before, int limit) {

    public RecordQuery {
        queues = Set.copyOf(queues);
        states = Set.copyOf(states);
    }

    /** Among which referrals. */
    public sealed interface Selected {

        /** All that the caller may see. */
        record All() implements Selected {}

        /** Those of these ids. */
        record OfIds(List<UUID> ids) implements Selected {

            public OfIds {
                ids = List.copyOf(ids);
            }
        }

        /** Those of these assessments. */
        record OfAssessments(List<UUID> ids) implements Selected {

            public OfAssessments {
                ids = List.copyOf(ids);
            }
        }
    }

    /** A place in the order. */
    public record Position(Instant changedAt, UUID referralId) {

        private static final UUID NOBODY = new UUID(0, 0);

        /** The place before all that changed at a time or later. */
        public static Position from(Instant time) {
            return new Position(time, NOBODY);
        }

        /** The place of a referral. */
        public static Position of(ReferralRecord last) {
            return new Position(last.changedAt(), last.referral().id().value());
        }
    }
}
