package io.dorsal.intake.cdshooks.http;

import io.dorsal.intake.feedback.Feedback;
import io.dorsal.intake.feedback.Feedback.Outcome;
import io.dorsal.intake.feedback.Feedback.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a client reports that people made of cards. Comments are free text, and not taken. */
final class FeedbackRequest {

    private static final int MOST = 100;
    private static final int LONGEST_SYSTEM = 256;

    /** A code, so that nothing else comes in by it. */
    private static final Pattern CODE = Pattern.compile("[\\w.:/#+-]{1,64}");

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final JsonBody body;

    private FeedbackRequest(JsonBody body) {
        this.body = body;
    }

    static List<Feedback> read(byte @Nullable [] bytes) {
        JsonBody body = JsonBody.read(bytes);
        JsonNode array = body.root().path("feedback");
        if (!array.isArray() || array.isEmpty() || array.size() > MOST) {
            body.problem("feedback", "feedback is required and must be an array of 1 to %d objects".formatted(MOST));
            body.require();
        }
        FeedbackRequest request = new FeedbackRequest(body);
        List<Feedback> feedback = new ArrayList<>();
        for (int index = 0; index < array.size(); index++) {
            Feedback one = request.feedback(array.path(index), "feedback[%d].".formatted(index));
            if (one != null) {
                feedback.add(one);
            }
        }
        body.require();
        return feedback;
    }

    private @Nullable Feedback feedback(JsonNode one, String path) {
        UUID card = body.uuid(one, path, "card");
        Outcome outcome = outcome(one, path);
        Reason reason = reason(one.path("overrideReason"), path + "overrideReason.");
        Instant at = time(one, path);
        JsonNode suggestions = one.path("acceptedSuggestions");
        if (!suggestions.isMissingNode() && !suggestions.isArray()) {
            body.problem(path + "acceptedSuggestions", "acceptedSuggestions must be an array");
        }
        return card == null || outcome == null || at == null ? null : new Feedback(card, outcome, reason, at);
    }

    private @Nullable Outcome outcome(JsonNode one, String path) {
        String text = one.path("outcome").asString("");
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().toLowerCase(Locale.ROOT).equals(text)) {
                return outcome;
            }
        }
        body.problem(path + "outcome", "outcome is required and must be accepted or overridden");
        return null;
    }

    private @Nullable Reason reason(JsonNode given, String path) {
        JsonNode coding = given.path("reason");
        if (coding.isMissingNode() && (given.isMissingNode() || given.isObject())) {
            return null;
        }
        String code = coding.path("code").asString("");
        JsonNode system = coding.path("system");
        String named = system.asString("");
        boolean isSystem = system.isMissingNode() || (system.isString() && isSystem(named));
        if (!isSystem
                || !CODE.matcher(code).matches()
                || (named.equals(OverrideReason.SYSTEM) && !OverrideReason.isCode(code))) {
            body.problem(
                    path + "reason",
                    "reason must be a coding: one of the card's override reasons, or a code of another system");
            return null;
        }
        return new Reason(named, code);
    }

    /** An address of a code system, which nobody could take for a text. */
    private static boolean isSystem(String text) {
        return text.length() <= LONGEST_SYSTEM && text.chars().allMatch(one -> one > ' ' && one < 0x7F);
    }

    private @Nullable Instant time(JsonNode one, String path) {
        try {
            Instant at =
                    Instant.parse(one.path("outcomeTimestamp").asString("")).truncatedTo(ChronoUnit.MICROS);
            if (!at.isBefore(EARLIEST) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        body.problem(
                path + "outcomeTimestamp",
                "outcomeTimestamp is required and must be a date and time as RFC 3339 has it, such as"
                        + " 2026-03-14T12:00:00Z");
        return null;
    }
}
