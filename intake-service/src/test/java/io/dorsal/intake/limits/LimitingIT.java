package io.dorsal.intake.limits;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.ClinicClient.Answer;
import io.dorsal.intake.testing.SecondInstance;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitingIT {

    @Test
    void whoSubmitsTooMuchIsAskedToComeAgainAndIsInNobodysWay() throws IOException {
        try (SecondInstance instance = SecondInstance.start(
                "intake.limits.submissions-per-second=1", "intake.limits.burst=3", "intake.limits.uploads-at-once=1")) {
            ClinicClient north = ClinicClient.of("north", instance.port());

            Answer refused = Stream.generate(() -> north.submit(anyBackPain(), null))
                    .filter(answer -> answer.status() == 429)
                    .findFirst()
                    .orElseThrow();

            assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            assertThat(north.get("/api/assessments?limit=1").status()).isEqualTo(200);
            assertThat(ClinicClient.of("south", instance.port())
                            .submit(anyBackPain(), null)
                            .status())
                    .isEqualTo(202);
            assertUploadsAreApart(instance.port());
        }
    }

    private static void assertUploadsAreApart(int port) throws IOException {
        ClinicClient harbor = ClinicClient.of("harbor", port);
        String line = "{\"assessment\": %s}\n".formatted(anyBackPain().replace("\n", ""));
        try (Socket open = new Socket("localhost", port)) {
            open.getOutputStream()
                    .write(("POST /api/assessments/bulk HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                    + TokenIssuer.shared().clinic("harbor")
                                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 100000\r\n\r\n" + line)
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(open.getInputStream().read()).isPositive();

            Answer second = harbor.upload(line);

            assertThat(second.status()).isEqualTo(429);
            assertThat(Integer.parseInt(second.header("Retry-After"))).isPositive();
            assertThat(harbor.submit(anyBackPain(), null).status()).isEqualTo(202);
        }
        assertThat(ClinicClient.of("south", port).upload(line.repeat(50)).lines())
                .hasSize(50);
    }
}
