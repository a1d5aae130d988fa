package io.dorsal.notification.support;

import io.dorsal.events.Because;
import io.dorsal.events.Decision;
import io.dorsal.events.DurationClass;
import io.dorsal.events.Finding;
import io.dorsal.events.Lane;
import io.dorsal.events.PatientReferenced;
import io.dorsal.events.Pattern;
import io.dorsal.events.Queue;
import io.dorsal.events.ReferralRequest;
import io.dorsal.events.Region;
import io.dorsal.events.Urgency;
import io.dorsal.events.UrgencyDecided;
import io.dorsal.schemas.identity.Identities;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Events as the other services send them. */
public final class Events {

    private Events() {}

    public static UrgencyDecided emergency(UUID assessment) {
        return decided(assessment, 1, Urgency.EMERGENCY, "CES-1");
    }

    public static UrgencyDecided decided(UUID assessment, int revision, Urgency urgency, String... rules) {
        return decidedFor("north", "metro", assessment, revision, urgency, rules);
    }

    public static UrgencyDecided decidedFor(
            String clinic, String network, UUID assessment, int revision, Urgency urgency, String... rules) {
        Instant now = now();
        return new UrgencyDecided(
                Identities.eventId(UrgencyDecided.class, assessment, revision),
                assessment,
                revision,
                clinic,
                network,
                false,
                Identities.decisionId(assessment, revision),
                Lane.INTERACTIVE,
                now,
                null,
                now,
                "hash-" + revision,
                decision(urgency, rules));
    }

    /** The same decision about another body. */
    public static UrgencyDecided withBody(UrgencyDecided event, String bodyHash) {
        return UrgencyDecided.newBuilder(event).setBodyHash(bodyHash).build();
    }

    private static Decision decision(Urgency urgency, String... rules) {
        return new Decision(
                urgency,
                "1.0.0",
                "0".repeat(64),
                List.of(rules).stream().map(rule -> finding(urgency, rule)).toList(),
                List.of(new ReferralRequest(Queue.EMERGENCY_DEPARTMENT, urgency, true)),
                List.of(),
                List.of(),
                List.of(),
                List.of(Region.LUMBAR),
                DurationClass.ACUTE,
                Pattern.RADICULAR,
                List.of("Send the patient to the emergency department."),
                List.of());
    }

    private static Finding finding(Urgency urgency, String rule) {
        return new Finding(
                rule,
                "title of " + rule,
                urgency,
                List.of(new Because("neuro.bladder", "RETENTION"), new Because("neuro.saddleNumbness", true)),
                List.of(Queue.EMERGENCY_DEPARTMENT, Queue.NEUROSURGERY),
                "MRI at once",
                List.of("S1.9", "S2"),
                false);
    }

    public static PatientReferenced patient(UUID assessment, String clinic, String network, String reference) {
        return patient(assessment, clinic, network, reference, now());
    }

    /** The patient of the body that was received at this time. */
    public static PatientReferenced patient(
            UUID assessment, String clinic, String network, String reference, Instant receivedAt) {
        return new PatientReferenced(
                Identities.eventId(PatientReferenced.class, assessment, 1),
                assessment,
                1,
                clinic,
                network,
                false,
                reference,
                receivedAt);
    }

    private static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
