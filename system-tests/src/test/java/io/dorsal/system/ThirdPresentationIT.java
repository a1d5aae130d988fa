package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.platform.client.FreshReferences;
import io.dorsal.platform.client.Outcome;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningDorsal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A patient comes for the third time. */
@ExtendWith(RunningDorsal.class)
class ThirdPresentationIT {

    private final Clinic clinic;

    ThirdPresentationIT(Dorsal dorsal) {
        this.clinic = dorsal.clinic("clinic-north");
    }

    @Test
    void theThirdAssessmentOfAPatientIsSeenSoon() {
        ObjectNode assessment = new FreshReferences().apply((ObjectNode) new JsonMapper().readTree("""
                {"patient": {"reference": "returning", "ageYears": 45},
                 "pain": {"regions": ["LUMBAR"], "severity": 2, "durationDays": 12, "course": "STABLE"}}
                """));

        assertThat(rules(outcome(assessment))).doesNotContain("REPRESENTED-1");
        assertThat(rules(outcome(assessment))).doesNotContain("REPRESENTED-1");
        assertThat(rules(outcome(assessment))).contains("REPRESENTED-1");
    }

    private Outcome outcome(ObjectNode assessment) {
        return clinic.outcome(clinic.submit(assessment));
    }

    private static Stream<String> rules(Outcome outcome) {
        return outcome.read()
                .at("/decision/findings")
                .valueStream()
                .map(finding -> finding.path("rule").asString());
    }
}
