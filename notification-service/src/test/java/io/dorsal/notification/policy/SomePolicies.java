package io.dorsal.notification.policy;

import io.dorsal.notification.alert.Limits;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Policies for tests. */
public final class SomePolicies {

    public static final Contact ON_CALL = contact("oncall-metro", "oncall");
    public static final Contact LEAD = contact("duty-lead", "lead");
    public static final Contact OPERATORS = contact("operations", "ops");
    public static final Duration PATIENCE = Duration.ofMinutes(3);

    public static final Limits LIMITS = new Limits(Duration.ofMinutes(15), Duration.ofMinutes(60));

    private SomePolicies() {}

    /** On-call staff of metro first, then the lead too; the lead is the fallback. */
    public static Policies inTwoSteps() {
        Policy metro =
                new Policy(List.of(new Step(List.of(ON_CALL), PATIENCE), new Step(List.of(ON_CALL, LEAD), PATIENCE)));
        Policy operations = new Policy(List.of(new Step(List.of(OPERATORS), PATIENCE)));
        return new Policies(Map.of("metro", metro), metro, operations, List.of(LEAD));
    }

    private static Contact contact(String id, String subject) {
        return new Contact(id, id, id + "@example.org", URI.create("http://localhost/webhook"), subject);
    }
}
