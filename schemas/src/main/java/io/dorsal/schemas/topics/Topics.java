package io.dorsal.schemas.topics;

import io.dorsal.events.AlertChanged;
import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.ShadowDisagreed;
import io.dorsal.events.UrgencyDecided;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Every topic of the platform. {@code deploy/topics.yaml} holds their sizes; a test keeps the two the same. */
public final class Topics {

    public static final Topic<AssessmentSubmitted> ASSESSMENTS =
            new Topic<>("intake.assessments.v1", AssessmentSubmitted.class);
    public static final Topic<AssessmentSubmitted> ASSESSMENTS_BULK =
            new Topic<>("intake.assessments-bulk.v1", AssessmentSubmitted.class);
    public static final Topic<PatientReferenced> PATIENTS = new Topic<>("intake.patients.v1", PatientReferenced.class);
    public static final Topic<UrgencyDecided> DECISIONS = new Topic<>("triage.decisions.v1", UrgencyDecided.class);
    public static final Topic<UrgencyDecided> DECISIONS_BULK =
            new Topic<>("triage.decisions-bulk.v1", UrgencyDecided.class);
    public static final Topic<UrgencyDecided> EMERGENCIES = new Topic<>("triage.emergencies.v1", UrgencyDecided.class);
    public static final Topic<ShadowDisagreed> SHADOW = new Topic<>("triage.shadow.v1", ShadowDisagreed.class);
    public static final Topic<ReferralChanged> REFERRAL_CHANGES =
            new Topic<>("referral.changes.v1", ReferralChanged.class);
    public static final Topic<ReferralChanged> REFERRAL_RISKS = new Topic<>("referral.risks.v1", ReferralChanged.class);
    public static final Topic<AlertChanged> ALERTS = new Topic<>("notification.alerts.v1", AlertChanged.class);

    /** Compacted, one partition: every schema that any service writes, by fingerprint. */
    public static final String SCHEMAS = "platform.schemas.v1";

    private Topics() {}

    /** The topic that the systems of one specialty follow. */
    public static Topic<ReferralChanged> referralQueue(Queue queue) {
        if (queue == Queue.UNRECOGNISED) {
            throw new IllegalArgumentException("an unrecognised queue has no topic");
        }
        String name = queue.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Topic<>("referral.queue." + name + ".v1", ReferralChanged.class);
    }

    /** All topics that carry events. */
    public static List<Topic<?>> all() {
        Stream<Topic<?>> single = Stream.of(
                ASSESSMENTS,
                ASSESSMENTS_BULK,
                PATIENTS,
                DECISIONS,
                DECISIONS_BULK,
                EMERGENCIES,
                SHADOW,
                REFERRAL_CHANGES,
                REFERRAL_RISKS,
                ALERTS);
        Stream<Topic<?>> queues = Arrays.stream(Queue.values())
                .filter(queue -> queue != Queue.UNRECOGNISED)
                .map(Topics::referralQueue);
        return Stream.concat(single, queues).toList();
    }
}
