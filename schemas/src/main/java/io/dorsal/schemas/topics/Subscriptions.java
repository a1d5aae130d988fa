package io.dorsal.schemas.topics;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.UrgencyDecided;
import java.util.List;

/** Who reads what, by consumer group. Bulk lanes have consumers of their own, so that they never delay the others. */
public final class Subscriptions {

    private static final String TRIAGE = "triage-service";
    private static final String TRIAGE_BULK = "triage-service-bulk";
    private static final String REFERRAL = "referral-service";
    private static final String REFERRAL_BULK = "referral-service-bulk";
    private static final String NOTIFICATION = "notification-service";
    private static final String INTAKE = "intake-service";
    private static final String INTAKE_BULK = "intake-service-bulk";

    /** The group in which intake's view and notification follow parked records; it parks nothing itself. */
    public static final String PARKED_SUFFIX = "-parked";

    public static final Subscription<AssessmentSubmitted> TRIAGE_ASSESSMENTS = Topics.ASSESSMENTS.readBy(TRIAGE);
    public static final Subscription<AssessmentSubmitted> TRIAGE_ASSESSMENTS_BULK =
            Topics.ASSESSMENTS_BULK.readBy(TRIAGE_BULK);

    public static final Subscription<UrgencyDecided> REFERRAL_DECISIONS = Topics.DECISIONS.readBy(REFERRAL);
    public static final Subscription<UrgencyDecided> REFERRAL_DECISIONS_BULK =
            Topics.DECISIONS_BULK.readBy(REFERRAL_BULK);
    public static final Subscription<PatientReferenced> REFERRAL_PATIENTS = Topics.PATIENTS.readBy(REFERRAL);

    public static final Subscription<UrgencyDecided> NOTIFICATION_EMERGENCIES = Topics.EMERGENCIES.readBy(NOTIFICATION);
    public static final Subscription<PatientReferenced> NOTIFICATION_PATIENTS = Topics.PATIENTS.readBy(NOTIFICATION);
    public static final Subscription<ReferralChanged> NOTIFICATION_RISKS = Topics.REFERRAL_RISKS.readBy(NOTIFICATION);

    public static final Subscription<AssessmentSubmitted> VIEW_ASSESSMENTS = Topics.ASSESSMENTS.readBy(INTAKE);
    public static final Subscription<AssessmentSubmitted> VIEW_ASSESSMENTS_BULK =
            Topics.ASSESSMENTS_BULK.readBy(INTAKE_BULK);
    public static final Subscription<PatientReferenced> VIEW_PATIENTS = Topics.PATIENTS.readBy(INTAKE);
    public static final Subscription<UrgencyDecided> VIEW_DECISIONS = Topics.DECISIONS.readBy(INTAKE);
    public static final Subscription<UrgencyDecided> VIEW_DECISIONS_BULK = Topics.DECISIONS_BULK.readBy(INTAKE_BULK);
    public static final Subscription<ReferralChanged> VIEW_REFERRALS = Topics.REFERRAL_CHANGES.readBy(INTAKE);
    public static final Subscription<AlertChanged> VIEW_ALERTS = Topics.ALERTS.readBy(INTAKE);

    private Subscriptions() {}

    /**
     * The subscriptions whose parked records a service follows, in its group with the {@link #PARKED_SUFFIX}: intake shows
     * clinics what triage parked, notification tells somebody of all.
     */
    public static List<Subscription<?>> followedWhenParked(String service) {
        return switch (service) {
            case INTAKE -> List.of(TRIAGE_ASSESSMENTS, TRIAGE_ASSESSMENTS_BULK);
            case NOTIFICATION -> all();
            default -> List.of();
        };
    }

    /** All subscriptions; each has a parked topic. */
    public static List<Subscription<?>> all() {
        return List.of(
                TRIAGE_ASSESSMENTS,
                TRIAGE_ASSESSMENTS_BULK,
                REFERRAL_DECISIONS,
                REFERRAL_DECISIONS_BULK,
                REFERRAL_PATIENTS,
                NOTIFICATION_EMERGENCIES,
                NOTIFICATION_PATIENTS,
                NOTIFICATION_RISKS,
                VIEW_ASSESSMENTS,
                VIEW_ASSESSMENTS_BULK,
                VIEW_PATIENTS,
                VIEW_DECISIONS,
                VIEW_DECISIONS_BULK,
                VIEW_REFERRALS,
                VIEW_ALERTS);
    }
}
