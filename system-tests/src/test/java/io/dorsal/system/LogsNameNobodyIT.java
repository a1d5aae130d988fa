package io.dorsal.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.platform.client.Submitted;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Clinic;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RawTopic;
import io.dorsal.system.support.RunningDorsal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/**
 * No log of any part holds a patient reference, neither of what went well nor of what was refused, nor of a broken record
 * that quotes one. Comes last, so that the logs of the other tests are searched too.
 */
@ExtendWith(RunningDorsal.class)
@Order(Integer.MAX_VALUE)
class LogsNameNobodyIT {

    @Test
    void noLogHoldsAPatientReference(Dorsal dorsal) throws IOException {
        Clinic clinic = dorsal.clinic("clinic-south");
        UUID accepted = clinic.submit(Case.all().getFirst().assessment());
        assertThat(clinic.trySubmit(withAnImpossibleAge())).isInstanceOf(Submitted.Refused.class);
        clinic.api().post("/api/assessments/search", "{\"patientReference\": \"" + reference(accepted, clinic) + "\"}");
        parkARecordThatQuotes(dorsal, reference(accepted, clinic));

        Set<String> references = dorsal.submittedReferences();

        assertThat(references).isNotEmpty();
        for (Path log : dorsal.logs()) {
            String text = Files.readString(log, StandardCharsets.ISO_8859_1);
            assertThat(references.stream().filter(text::contains))
                    .as("references in %s", log.getFileName())
                    .isEmpty();
        }
    }

    private static ObjectNode withAnImpossibleAge() {
        ObjectNode assessment = Case.all().getFirst().assessment();
        ((ObjectNode) assessment.path("patient")).put("ageYears", 999);
        return assessment;
    }

    private static String reference(UUID assessmentId, Clinic clinic) {
        return clinic.outcome(assessmentId).read().path("patientReference").asString();
    }

    /** A human is told of it, so by then all who read it have logged what they had to say. */
    private static void parkARecordThatQuotes(Dorsal dorsal, String reference) {
        String key = UUID.randomUUID().toString();
        byte[] broken = ("{\"reference\": \"" + reference + "\"}").getBytes(StandardCharsets.UTF_8);
        List.of("intake.assessments.v1", "intake.patients.v1", "triage.decisions.v1", "triage.emergencies.v1")
                .forEach(topic -> RawTopic.send(dorsal.broker(), topic, key, broken));
        await().untilAsserted(() -> assertThat(
                        dorsal.api(Service.NOTIFICATION, "admin").all("/api/alerts"))
                .filteredOn(alert -> alert.path("assessmentId").asString("").equals(key))
                .isNotEmpty());
    }
}
