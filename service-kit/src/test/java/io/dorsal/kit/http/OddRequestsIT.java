package io.dorsal.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.kit.http.RawHttp.Answer;
import io.dorsal.testsupport.identity.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class OddRequestsIT {

    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String THING = "/api/things/00000000-0000-0000-0000-000000000000";
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

    @LocalServerPort
    private int port;

    private RawHttp http;
    private String token;

    @BeforeEach
    void connect() {
        http = new RawHttp(port);
        token = TokenIssuer.shared().clinic("north");
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, %zz=%",
        "application/x-www-form-urlencoded, a=b",
        "application/x-www-form-urlencoded; charset=nonsense, a=b",
        "multipart/form-data, unfinished",
        "multipart/form-data; boundary=x, '--x\r\nContent-Disposition: form-data\r\n\r\nunfinished'",
        "multipart/mixed; boundary=\", '--x'",
        "application/json; charset=utf-16, {}",
        "application/json; charset=nonsense, {}",
        "application/x-ndjson, {}",
        "nonsense, {}",
        "*/*, {}",
        "text/*, {}",
        ";;, {}"
    })
    void aBodyOfATypeThatNobodyTakesIsTheCallersFaultByWhateverMethod(String type, String body) {
        for (String path :
                List.of("/api/things", THING, THING + "/done", "/api/lines", "/api/nowhere", "/v3/api-docs")) {
            for (String method : METHODS) {
                assertThat(http.send(method, path, token, "Content-Type: " + type + "\r\n", body)
                                .status())
                        .as("%s %s", method, path)
                        .isBetween(200, 499);
            }
        }
        assertThat(http.send("PUT", THING, token, "Content-Type: application/x-www-form-urlencoded\r\n", "%zz=%")
                        .status())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?x=%zz", "?=x", "?&&&==", "?state=%ff&urgency=%", "?a=%c3%28&a=%", "?limit=1&limit=%"})
    void aQueryThatCannotBeReadIsABadRequest(String query) {
        for (String path : List.of("/api/things", "/api/nowhere")) {
            assertIsProblem(http.send("GET", path + query, token, "", ""), 400);
        }
    }

    @Test
    void aThousandParametersAreTooMany() {
        assertIsProblem(http.send("GET", "/api/things?" + "a&".repeat(1_500), token, "", ""), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//", "/api/things;x=y", "/api/things%2F1", "/api/%2e%2e/things", "/api//things", "/api/%5c"})
    void aPathThatHidesSomethingIsABadRequest(String path) {
        assertIsProblem(http.send("GET", path, token, "", ""), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Accept: \u0080", "If-None-Match: \u0085", "X-Forwarded-For: \u009f", "Last-Event-ID: \u0081"})
    void aControlByteInAHeaderIsABadRequestOrPassesUnread(String header) {
        for (String path : List.of("/api/things", THING, "/api/nowhere")) {
            assertThat(http.send("GET", path, token, header + "\r\n", "").status())
                    .isBetween(200, 499);
        }
    }

    @Test
    void aHeaderThatIsReadAndHasAControlByteIsToldAsAProblem() {
        assertIsProblem(http.send("GET", "/api/things", token, "Last-Event-ID: \u0081\r\n", ""), 400);
    }

    @ParameterizedTest
    @CsvSource({"TRACE, 405", "BREW, 400", "CONNECT, 400", "PATCH, 405"})
    void aMethodThatNobodyTakesIsTheCallersFault(String method, int status) {
        assertIsProblem(http.send(method, "/api/things", token, "", ""), status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: nonsense\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
                "POST /api/things HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, chunked\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void whatIsHardlyHttpIsABadRequest(String request) {
        assertThat(http.send(request).status()).isEqualTo(400);
    }

    @Test
    void anEmptyLineBeforeNothingIsNoRequest() {
        assertThat(http.send("\r\n\r\nGET\r\n\r\n").status()).isIn(0, 400);
    }

    @Test
    void aRequestLineOrHeadersThatAreTooLongAreRefused() {
        assertThat(http.send("GET", "/api/things?x=" + "y".repeat(20_000), token, "", "")
                        .status())
                .isBetween(400, 431);
        assertThat(http.send("GET", "/api/things", token, "X: " + "y".repeat(20_000) + "\r\n", "")
                        .status())
                .isBetween(400, 431);
        assertThat(http.send("GET", "/api/things", token, "X: y\r\n".repeat(500), "")
                        .status())
                .isBetween(400, 431);
    }

    @Test
    void aChunkThatIsNoneIsABadRequest() {
        assertIsProblem(
                http.send("POST /api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + JSON
                        + "Transfer-Encoding: chunked\r\n\r\nzz\r\nnonsense\r\n\r\n"),
                400);
    }

    @Test
    void theErrorPageIsAPathLikeAnyOther() {
        for (String method : List.of("GET", "POST", "DELETE", "OPTIONS")) {
            assertThat(http.send(method, "/error", token, "", "").status())
                    .as(method)
                    .isBetween(200, 405);
        }
        assertIsProblem(http.send("GET", "/error", token, "", ""), 404);
    }

    @Test
    void whatIsAcceptedDoesNotChangeHowAnErrorIsTold() {
        for (String accept : List.of("nonsense", "text/html", "application/xml", ";;", "image/png;q=x")) {
            String header = "Accept: " + accept + "\r\n";
            assertIsProblem(http.send("GET", "/api/things/none", token, header, ""), 400);
            assertIsProblem(http.send("GET", "/api/nowhere", token, header, ""), 404);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeAnybodyReadsIt() {
        String large = "x".repeat(BodyLimitFilter.LIMIT + 1);

        assertIsProblem(http.send("POST", "/api/things", token, JSON, large), 413);
        assertIsProblem(http.send("POST", "/api/things", "none", JSON, large), 413);
        assertIsProblem(http.send("DELETE", "/api/nowhere", token, "", large), 413);
        assertThat(http.send("POST", "/api/things", token, JSON, "x".repeat(BodyLimitFilter.LIMIT))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson"})
    void aBodyThatIsTooLargeAndDoesNotSaySoIsRefusedByWhoeverReadsIt(String type) {
        String chunks = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").repeat(20);

        Answer answer = http.send("PUT " + THING + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
                + "0\r\n\r\n");

        assertIsProblem(answer, type.equals("application/json") ? 413 : 415);
    }

    @Test
    void whatFailsIsAnsweredWithoutItsTextOrTheServersName() {
        Answer bug = http.send("GET", "/api/failing/bug", token, "", "");
        Answer away = http.send("GET", "/api/failing/away", token, "", "");

        assertIsProblem(bug, 500);
        assertIsProblem(away, 503);
        assertThat(away.header("Retry-After")).isEqualTo("5");
        List<String> texts = new ArrayList<>(List.of(bug.head(), bug.body(), away.head(), away.body()));
        texts.add(http.send("GET", "/api/%2F", token, "", "").toString());
        texts.add(http.send("TRACE", "/", token, "", "").toString());
        assertThat(String.join("\n", texts)).doesNotContainIgnoringCase("patient", "tomcat", "apache", "at io.dorsal");
    }

    @Test
    void anAnswerThatFailsMidwayDoesNotLookWhole() {
        Answer answer = http.send("GET", "/api/failing/midway", token, "", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(answer.body()).contains("{\"half\":").doesNotContain("\r\n0\r\n", "problem");
    }

    @Test
    void anAnswerThatCannotBeWrittenToItsEndDoesNotLookWholeEither() {
        Answer answer = http.send("GET", "/api/failing/written", token, "", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain("\r\n0\r\n", "problem", "patient");
    }

    @Test
    void aBodyThatIsNoJsonIsABadRequestAndBytesThatAreNoTextTheSame() {
        for (String body :
                List.of("", "{", "null", "[]", "17", "[".repeat(5_000), "{\"a\":".repeat(5_000), "\u00ff\u00fe{")) {
            assertThat(http.send(http(body)).status()).as(body).isBetween(200, 400);
        }
    }

    private byte[] http(String body) {
        return ("PUT " + THING + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token + "\r\n"
                        + JSON + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertIsProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"type\":\"urn:dorsal:problem:", "\"title\"");
    }
}
