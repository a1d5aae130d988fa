package io.dorsal.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items at most, 1 to 200
 * @param after the sort key of the last item of the page before, as {@link #cursor} made it; null for the first page
 */
public record PageRequest(int limit, @Nullable String after) {

    private static final int DEFAULT_LIMIT = 50;
    private static final int LARGEST_LIMIT = 200;

    /**
     * Reads the query parameters {@code limit} and {@code cursor}.
     *
     * @throws ProblemException 400 where one is not valid
     */
    public static PageRequest of(@Nullable String limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : parseLimit(limit), cursor == null ? null : decode(cursor));
    }

    /** Where the page starts; empty for the first. */
    public Optional<String> position() {
        return Optional.ofNullable(after);
    }

    /** The opaque cursor of a sort key. */
    public static String cursor(String sortKey) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey.getBytes(StandardCharsets.UTF_8));
    }

    private static int parseLimit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Answered below like a number out of range.
        }
        throw invalid("limit", "limit is a whole number from 1 to " + LARGEST_LIMIT);
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidCursor();
        }
    }

    /** 400: the cursor was not made by this list. */
    public static ProblemException invalidCursor() {
        return invalid("cursor", "cursor is the value of next in the page before");
    }

    private static ProblemException invalid(String field, String message) {
        return ProblemException.invalid(List.of(new FieldProblem(field, message)));
    }
}
