package io.dorsal.intake.form.http;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntakeServiceTest
class EvaluatingIT {

    @LocalServerPort
    private int port;

    @Test
    void tellsWhatTriageWouldDecide() {
        Answer answer = evaluate(
                TokenIssuer.shared().clinic("north"),
                anyBackPain().replace("\"saddleNumbness\": false", "\"saddleNumbness\": true"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("urgency")).isEqualTo("EMERGENCY");
        assertThat(answer.json().path("findings").path(0).path("rule").stringValue())
                .isEqualTo("CES-1");
    }

    @Test
    void tellsWhichAnswersAreNone() {
        Answer answer = evaluate(
                TokenIssuer.shared().clinic("north"), anyBackPain().replace("\"severity\": 4", "\"severity\": 11"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("path").stringValue())
                .isEqualTo("pain.severity");
        assertThat(answer.json().path("errors").path(0).path("message").stringValue())
                .startsWith("pain.severity must be");
    }

    @Test
    void isForClinicsOnly() {
        assertThat(evaluate(TokenIssuer.shared().operations(), anyBackPain()).status())
                .isEqualTo(403);
        assertThat(evaluate(TokenIssuer.shared().clinic("nowhere"), anyBackPain())
                        .status())
                .isEqualTo(403);
        assertThat(ClinicClient.withToken(null, port)
                        .post("/form/evaluation", BodyPublishers.ofString(anyBackPain()))
                        .status())
                .isEqualTo(401);
    }

    private Answer evaluate(String token, String assessment) {
        return ClinicClient.withToken(token, port).post("/form/evaluation", BodyPublishers.ofString(assessment));
    }
}
