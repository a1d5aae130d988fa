package io.dorsal.intake.view;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that became known of one assessment. Facts come in any order and more than once; {@link AssessmentView}
 * makes the same of them in every case. None shows answers or the patient reference when it is printed.
 */
public sealed interface Fact {

    /** The assessment it is about. */
    UUID assessmentId();

    /** What it tells about. */
    Subject subject();

    /** Of this and another fact about the same subject, the one that counts: the same one whichever is asked. */
    Fact or(Fact other);

    /** A fact that only ever has equals, and no rivals. */
    sealed interface Plain extends Fact {

        @Override
        default Subject subject() {
            return new Subject(getClass(), this);
        }

        @Override
        default Fact or(Fact other) {
            return this;
        }
    }

    /**
     * A revision was accepted. The first acceptance of a body counts.
     *
     * @param answers the canonical answers as JSON, without the patient reference
     */
    record Submitted(
            UUID assessmentId,
            Body body,
            Origin origin,
            Instant receivedAt,
            @Nullable Instant assessedAt,
            String answers)
            implements Fact {

        private static final Comparator<Submitted> FIRST_FIRST = comparing(Submitted::receivedAt)
                .thenComparing(Submitted::assessedAt, nullsFirst(naturalOrder()))
                .thenComparing(Submitted::answers);

        @Override
        public Subject subject() {
            return new Subject(Submitted.class, body);
        }

        @Override
        public Fact or(Fact other) {
            return FIRST_FIRST.compare(this, (Submitted) other) <= 0 ? this : other;
        }

        @Override
        public String toString() {
            return "Submitted[" + assessmentId + ", " + body + "]";
        }
    }

    /** It is known whom it is about. */
    record Referenced(UUID assessmentId, int revision, Instant receivedAt, String patientReference) implements Plain {

        @Override
        public String toString() {
            return "Referenced[" + assessmentId + ", " + revision + "]";
        }
    }

    /** The patient was erased: nobody may know any more whom it is about. Final. */
    record Erased(UUID assessmentId) implements Plain {}

    /**
     * A revision was decided. The most urgent decision of a body counts, and of equally urgent ones the first.
     *
     * @param receivedAt when the revision was accepted
     * @param document the decision as JSON, as clinics read it
     */
    record Decided(
            UUID assessmentId,
            Body body,
            Origin origin,
            UUID decisionId,
            Urgency urgency,
            Instant receivedAt,
            Instant decidedAt,
            String document)
            implements Fact {

        static final Comparator<Decided> MOST_URGENT_FIRST = comparing(Decided::urgency)
                .thenComparing(Decided::receivedAt)
                .thenComparing(Decided::decidedAt)
                .thenComparing(Decided::body)
                .thenComparing(Decided::document);

        @Override
        public Subject subject() {
            return new Subject(Decided.class, body);
        }

        @Override
        public Fact or(Fact other) {
            return MOST_URGENT_FIRST.compare(this, (Decided) other) <= 0 ? this : other;
        }

        @Override
        public String toString() {
            return "Decided[" + assessmentId + ", " + body + ", " + urgency + "]";
        }
    }

    /** A referral was routed or has changed. The newest version counts. */
    record ReferralChanged(
            UUID assessmentId,
            UUID referralId,
            long version,
            int episode,
            String queue,
            Urgency urgency,
            boolean primary,
            String state,
            @Nullable Instant dueAt,
            @Nullable String reason,
            @Nullable String advice,
            @Nullable String site,
            @Nullable Instant appointmentAt)
            implements Fact {

        @Override
        public Subject subject() {
            return new Subject(ReferralChanged.class, referralId);
        }

        @Override
        public Fact or(Fact other) {
            return version >= ((ReferralChanged) other).version ? this : other;
        }

        @Override
        public String toString() {
            return "ReferralChanged[" + referralId + ", " + version + ", " + state + "]";
        }
    }

    /** An alert was raised or has changed. The newest version counts. */
    record AlertChanged(UUID assessmentId, UUID alertId, long version, int episode, String state, Instant raisedAt)
            implements Fact {

        static final Comparator<AlertChanged> BY_EPISODE =
                comparingInt(AlertChanged::episode).thenComparing(AlertChanged::alertId);

        @Override
        public Subject subject() {
            return new Subject(AlertChanged.class, alertId);
        }

        @Override
        public Fact or(Fact other) {
            return version >= ((AlertChanged) other).version ? this : other;
        }
    }

    /**
     * Triage could not process a revision.
     *
     * @param revision {@link #UNREADABLE} where the record does not tell
     */
    record Parked(UUID assessmentId, int revision) implements Plain {

        /** Stands in place of a revision that could not be read. */
        public static final int UNREADABLE = 0;
    }
}
