package io.dorsal.referral.fhir;

import io.dorsal.fhir.Issue;
import java.util.List;

/** What came of reading an updated task. */
public sealed interface TaskReading {

    /** It asks for an action. */
    record Asked(AskedAction action) implements TaskReading {}

    /** It asks for nothing that there is. */
    record Refused(List<Issue> issues) implements TaskReading {

        public Refused {
            issues = List.copyOf(issues);
        }
    }
}
