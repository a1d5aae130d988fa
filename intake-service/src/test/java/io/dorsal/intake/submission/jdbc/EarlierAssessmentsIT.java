package io.dorsal.intake.submission.jdbc;

import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.kit.clinics.Clinic;
import io.dorsal.kit.clinics.ClinicDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@IntakeServiceTest
class EarlierAssessmentsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Clock clock;

    private final String patient = anyPatient();

    @Test
    void aNetworkThatSharesPatientKeysCountsThoseOfAllItsClinics() {
        Stream.of("north", "south", "harbor").forEach(this::submit);
        Instant later = clock.instant().plusSeconds(1);

        assertThat(count(true, later)).isEqualTo(2);
        assertThat(count(false, later)).isEqualTo(1);
    }

    @Test
    void theWindowIsOfSixtyDays() {
        submit("north");
        Instant received = jdbc.queryForList(
                        "select received_at from assessment where patient_reference = ?", OffsetDateTime.class, patient)
                .getFirst()
                .toInstant();

        assertThat(count(false, received)).isZero();
        assertThat(count(false, received.plusMillis(1))).isEqualTo(1);
        assertThat(count(false, received.plus(Duration.ofDays(60)))).isEqualTo(1);
        assertThat(count(false, received.plus(Duration.ofDays(60)).plusMillis(1)))
                .isZero();
    }

    private void submit(String clinicId) {
        ClinicClient clinic = ClinicClient.of(clinicId, port);
        String id = clinic.submit(backPain(patient, 4), null).text("assessmentId");
        await().until(() -> clinic.read(id).status() == 200);
    }

    private int count(boolean sharing, Instant receivedAt) {
        Clinic north = clinic("north", "metro", sharing);
        ClinicDirectory clinics = new ClinicDirectory(
                List.of(north, clinic("south", "metro", sharing), clinic("harbor", "coast", sharing)));
        return new EarlierAssessments(clinics)
                .count(jdbc, new Presentation(north, patient, UUID.randomUUID(), receivedAt));
    }

    private static Clinic clinic(String id, String network, boolean sharing) {
        return new Clinic(id, id, network, ZoneOffset.UTC, "", "", sharing);
    }
}
