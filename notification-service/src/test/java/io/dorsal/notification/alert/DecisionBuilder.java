package io.dorsal.notification.alert;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Decisions for tests: revision 1 of an emergency of north, unless said otherwise. */
public final class DecisionBuilder {

    private AssessmentId assessment = new AssessmentId(UUID.randomUUID());
    private int revision = 1;
    private String bodyHash = "a";
    private Urgency urgency = Urgency.EMERGENCY;
    private List<String> rules = List.of("CES-1");

    public static DecisionBuilder anEmergency() {
        return new DecisionBuilder();
    }

    public static DecisionBuilder aDecision(Urgency urgency, String... rules) {
        DecisionBuilder builder = new DecisionBuilder();
        builder.urgency = urgency;
        builder.rules = Arrays.asList(rules);
        return builder;
    }

    public DecisionBuilder of(AssessmentId id) {
        assessment = id;
        return this;
    }

    public DecisionBuilder revision(int number) {
        revision = number;
        return this;
    }

    public DecisionBuilder body(String hash) {
        bodyHash = hash;
        return this;
    }

    public DecisionBuilder rules(String... ids) {
        rules = Arrays.asList(ids);
        return this;
    }

    public Decided build() {
        Instant receivedAt = Instant.parse("2026-11-22T03:00:00Z").plusSeconds(revision);
        return new Decided(
                assessment,
                revision,
                new Origin("north", "metro", false),
                receivedAt,
                receivedAt.plusMillis(20),
                bodyHash,
                urgency,
                rules.stream()
                        .map(rule -> new Finding(rule, "title of " + rule, urgency))
                        .toList(),
                "[]");
    }
}
