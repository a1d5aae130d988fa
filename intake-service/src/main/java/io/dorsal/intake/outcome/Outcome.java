package io.dorsal.intake.outcome;

import io.dorsal.intake.view.Fact;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.schemas.identity.Identities;
import java.time.Instant;
import java.util.UUID;

/** Something of which a clinic's systems are told: ids, urgency and state, and nothing of the patient. */
public sealed interface Outcome {

    /** The assessment it is about. */
    UUID assessmentId();

    /** What happened, as receivers know it. */
    String type();

    /** When it happened. */
    Instant occurredAt();

    /** The same whenever it is concluded, and of no other outcome. */
    UUID id();

    /** How urgent; what could not be processed may be an emergency. */
    Urgency urgency();

    /** A revision was decided; a second body of a revision may raise what the first was told to be. */
    record Decided(UUID assessmentId, UUID decisionId, int revision, Urgency urgency, Instant occurredAt)
            implements Outcome {

        @Override
        public String type() {
            return "assessment.decided";
        }

        @Override
        public UUID id() {
            return Identities.webhookId(type(), decisionId, urgency.name());
        }
    }

    /**
     * A revision could not be processed: a person has to look at it.
     *
     * @param revision {@link Fact.Parked#UNREADABLE} where nobody can tell
     */
    record Parked(UUID assessmentId, int revision, Instant occurredAt) implements Outcome {

        @Override
        public String type() {
            return "assessment.parked";
        }

        @Override
        public Urgency urgency() {
            return Urgency.EMERGENCY;
        }

        /** What cannot be read may each time be another revision. */
        @Override
        public UUID id() {
            String occurrence = revision == Fact.Parked.UNREADABLE ? "at " + occurredAt : String.valueOf(revision);
            return Identities.webhookId(type(), assessmentId, occurrence);
        }
    }

    /** A referral has come to an end that the clinic waits for. */
    record Referred(UUID assessmentId, UUID referralId, End end, Urgency urgency, Instant occurredAt)
            implements Outcome {

        @Override
        public String type() {
            return switch (end) {
                case RETURNED -> "referral.returned";
                case COMPLETED -> "referral.completed";
            };
        }

        @Override
        public UUID id() {
            return Identities.webhookId(type(), referralId, "");
        }
    }

    /** How a referral has ended; both are final. */
    enum End {
        /** Back to the clinic. */
        RETURNED,
        /** The specialist is done. */
        COMPLETED
    }
}
