package io.dorsal.intake.cdshooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.intake.feedback.Feedback;
import io.dorsal.intake.feedback.Feedback.Outcome;
import io.dorsal.intake.feedback.Feedback.Reason;
import io.dorsal.kit.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackRequestTest {

    private static final UUID CARD = UUID.fromString("7d1f6a52-6cf1-5c0e-9a6e-0c5d3d6b1a11");
    private static final String ID = "\"card\": \"" + CARD + "\", ";
    private static final String WHEN = "\"outcomeTimestamp\": \"2026-03-14T13:00:00+01:00\"";
    private static final Instant NOON = Instant.parse("2026-03-14T12:00:00Z");

    @Test
    void acceptancesAreRead() {
        assertThat(read("{" + ID + "\"outcome\": \"accepted\", \"acceptedSuggestions\": [{\"id\": \"x\"}], " + WHEN
                        + ", \"extension\": {\"x\": 1}}"))
                .containsExactly(new Feedback(CARD, Outcome.ACCEPTED, null, NOON));
    }

    @Test
    void reasonsAreReadAndCommentsAreNot() {
        assertThat(overridden("{\"userComment\": \"Jane Doe\"}"))
                .containsExactly(new Feedback(CARD, Outcome.OVERRIDDEN, null, NOON));
        assertThat(overridden("{\"reason\": {\"code\": \"OUTDATED\", \"system\": \"urn:dorsal:override-reason\"},"
                        + " \"userComment\": \"Jane Doe\"}"))
                .containsExactly(new Feedback(
                        CARD, Outcome.OVERRIDDEN, new Reason("urn:dorsal:override-reason", "OUTDATED"), NOON));
        assertThat(overridden("{\"reason\": {\"code\": \"d7ecf885\", \"system\": \"https://ehr.example/reasons\"}}"))
                .containsExactly(new Feedback(
                        CARD, Outcome.OVERRIDDEN, new Reason("https://ehr.example/reasons", "d7ecf885"), NOON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"x\"",
                "{\"reason\": null}",
                "{\"reason\": {}}",
                "{\"reason\": {\"code\": \"Jane Doe\"}}",
                "{\"reason\": {\"code\": \"\"}}",
                "{\"reason\": {\"code\": \"NO_SUCH\", \"system\": \"urn:dorsal:override-reason\"}}",
                "{\"reason\": {\"code\": \"x\", \"system\": \"Jane Doe\"}}",
                "{\"reason\": {\"code\": \"x\", \"system\": 1}}"
            })
    void whatIsNoReasonIsRefused(String reason) {
        assertThatThrownBy(() -> overridden(reason)).isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"feedback\": {}}",
                "{\"feedback\": []}",
                "{\"feedback\": [1]}",
                "{\"feedback\": [{}]}",
                "{\"feedback\": [{}], \"feedback\": [{}]}",
                "{\"feedback\": [{\"card\": \"1-1-1-1-1\", \"outcome\": \"accepted\"}]}"
            })
    void whatIsNoFeedbackIsRefused(String body) {
        assertThatThrownBy(() -> FeedbackRequest.read(body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"outcome\": \"ignored\", " + WHEN,
                "\"outcome\": \"ACCEPTED\", " + WHEN,
                "\"outcome\": \"accepted\"",
                "\"outcome\": \"accepted\", \"outcomeTimestamp\": \"2026-03-14\"",
                "\"outcome\": \"accepted\", \"outcomeTimestamp\": \"-999999999-01-01T00:00:00Z\"",
                "\"outcome\": \"accepted\", \"acceptedSuggestions\": {}, " + WHEN
            })
    void aFaultIsToldByItsPath(String members) {
        assertThatThrownBy(() -> read("{" + ID + members + "}")).isInstanceOf(ProblemException.class);
    }

    private static List<Feedback> overridden(String reason) {
        return read("{" + ID + "\"outcome\": \"overridden\", \"overrideReason\": " + reason + ", " + WHEN + "}");
    }

    private static List<Feedback> read(String one) {
        return FeedbackRequest.read(("{\"feedback\": [" + one + "]}").getBytes(StandardCharsets.UTF_8));
    }
}
