package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.ProblemException;
import io.dorsal.notification.alert.Alert;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Versions of alerts as entity tags. */
final class Versions {

    /** The version of no alert: what a tag that was not made here is taken for. */
    private static final long NONE = -1;

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Versions() {}

    static String tag(Alert alert) {
        return "\"" + alert.version() + "\"";
    }

    /**
     * The version that a caller must have read.
     *
     * @throws ProblemException 428 where they do not say
     */
    static long required(@Nullable String ifMatch) {
        Long expected = expected(ifMatch);
        if (expected == null) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "Name the version that was read: If-Match with the ETag of the alert.");
        }
        return expected;
    }

    /** The version that a caller expects; null where they do not say, or say that any will do. */
    static @Nullable Long expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return tag.matches() ? Long.parseLong(tag.group(1)) : NONE;
    }
}
