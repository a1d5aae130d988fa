package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.http.RawHttp.Answer;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

@HttpTest
class ManagementPortIT {

    @LocalManagementPort
    private int port;

    @Test
    void oddRequestsToTheManagementPortAreTheCallersFaultToo() {
        RawHttp http = new RawHttp(port);
        String token = TokenIssuer.shared().operations();

        for (String path : List.of(
                "/actuator/health",
                "/actuator/prometheus",
                "/actuator/nothing",
                "/error",
                "/",
                "//",
                "/actuator/health?x=%zz")) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW")) {
                for (String type : List.of(
                        "application/json",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=x",
                        ";;")) {
                    Answer answer = http.send(method, path, token, "Content-Type: " + type + "\r\n", "%zz=%");

                    assertThat(answer.status())
                            .as("%s %s %s", method, path, type)
                            .isBetween(200, 499);
                    assertThat(answer.toString()).doesNotContain("<html");
                }
            }
        }
        assertThat(http.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n")
                        .status())
                .isEqualTo(400);
    }
}
