package io.dorsal.intake.view;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.Arrays;
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

    /** A fact that tells of one revision, and where it came from. */
    sealed interface OfRevision extends Fact {

        /** The body that it is about. */
        Body body();

        /** Where that body came from. */
        Origin origin();
    }

    /**
     * A revision was accepted. The first acceptance of a body counts.
     *
     * @param previousAssessments how many the patient had in the time before; null: not known
     * @param answers the canonical answers as JSON, without the patient reference
     */
    record Submitted(
            UUID assessmentId,
            Body body,
            Origin origin,
            Lane lane,
            Channel channel,
            Instant receivedAt,
            @Nullable Instant assessedAt,
            @Nullable Integer previousAssessments,
            String answers)
            implements OfRevision {

        private static final Comparator<Submitted> FIRST_FIRST = comparing(Submitted::receivedAt)
                .thenComparing(Submitted::assessedAt, nullsFirst(naturalOrder()))
                .thenComparing(Submitted::answers)
                .thenComparing(Submitted::origin)
                .thenComparing(Submitted::previousAssessments, nullsLast(reverseOrder()))
                .thenComparing(Submitted::lane)
                .thenComparing(Submitted::channel);

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
     * A revision was decided. The most urgent decision of a body counts, and of equally urgent ones the first. Of two
     * bodies under one revision the more urgent stands, and of equally urgent ones that of the smaller hash: every
     * service chooses so, that they may agree without talking.
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
            implements OfRevision {

        static final Comparator<Decided> MOST_URGENT_FIRST = comparing(Decided::urgency)
                .thenComparing(Decided::body)
                .thenComparing(Decided::receivedAt)
                .thenComparing(Decided::decidedAt)
                .thenComparing(Decided::decisionId)
                .thenComparing(Decided::document)
                .thenComparing(Decided::origin);

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

    /**
     * A referral was routed or has changed. The newest version counts.
     *
     * @param changedAt null where it was stored before that was kept
     */
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
            @Nullable Instant appointmentAt,
            @Nullable Instant changedAt)
            implements Fact {

        private static final Comparator<ReferralChanged> NEWEST_LAST =
                comparingLong(ReferralChanged::version).thenComparing(ReferralChanged::content);

        @Override
        public Subject subject() {
            return new Subject(ReferralChanged.class, referralId);
        }

        @Override
        public Fact or(Fact other) {
            return NEWEST_LAST.compare(this, (ReferralChanged) other) >= 0 ? this : other;
        }

        /** Orders two that claim to be the same version: whichever counts, it must not be the one that came last. */
        private String content() {
            return Arrays.<@Nullable Object>asList(
                            episode,
                            queue,
                            urgency,
                            primary,
                            state,
                            dueAt,
                            reason,
                            advice,
                            site,
                            appointmentAt,
                            changedAt)
                    .toString();
        }

        @Override
        public String toString() {
            return "ReferralChanged[" + referralId + ", " + version + ", " + state + "]";
        }
    }

    /**
     * An alert was raised or has changed. The newest version counts.
     *
     * @param deliveredAt when a channel first accepted a message of it; null before
     */
    record AlertChanged(
            UUID assessmentId,
            UUID alertId,
            long version,
            int episode,
            String state,
            Instant raisedAt,
            @Nullable Instant deliveredAt)
            implements Fact {

        private static final String NOTIFYING = "NOTIFYING";
        static final Comparator<AlertChanged> BY_EPISODE =
                comparingInt(AlertChanged::episode).thenComparing(AlertChanged::alertId);
        private static final Comparator<AlertChanged> NEWEST_LAST = comparingLong(AlertChanged::version)
                .thenComparing(BY_EPISODE)
                .thenComparing(AlertChanged::state)
                .thenComparing(AlertChanged::raisedAt)
                .thenComparing(AlertChanged::deliveredAt, nullsFirst(naturalOrder()));

        /** Nobody has it: on-call staff are being told. */
        public boolean isNotifying() {
            return state.equals(NOTIFYING);
        }

        @Override
        public Subject subject() {
            return new Subject(AlertChanged.class, alertId);
        }

        @Override
        public Fact or(Fact other) {
            return NEWEST_LAST.compare(this, (AlertChanged) other) >= 0 ? this : other;
        }
    }

    /**
     * Triage could not process a revision. The last time counts.
     *
     * @param revision {@link #UNREADABLE} where the record does not tell
     */
    record Parked(UUID assessmentId, int revision, Instant parkedAt) implements Fact {

        /** Stands in place of a revision that could not be read. */
        public static final int UNREADABLE = 0;

        @Override
        public Subject subject() {
            return new Subject(Parked.class, revision);
        }

        @Override
        public Fact or(Fact other) {
            return parkedAt.isBefore(((Parked) other).parkedAt) ? other : this;
        }
    }
}
