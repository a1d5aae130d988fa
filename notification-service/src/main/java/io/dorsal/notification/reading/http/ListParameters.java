package io.dorsal.notification.reading.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.PageRequest;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.notification.alert.Alert;
import io.dorsal.notification.alert.StateName;
import io.dorsal.notification.reading.AlertFilter;
import io.dorsal.notification.reading.Position;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parameters of a list, checked. */
final class ListParameters {

    private static final String SEPARATOR = "|";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ListParameters() {}

    static AlertFilter filter(@Nullable String state, @Nullable String cursor, @Nullable String limit) {
        PageRequest page = PageRequest.of(limit, cursor);
        return new AlertFilter(
                state == null ? null : state(state),
                page.position().map(ListParameters::position).orElse(null),
                page.limit());
    }

    static String cursor(Alert last) {
        return PageRequest.cursor(last.raisedAt().toEpochMilli() + SEPARATOR + last.id());
    }

    private static StateName state(String text) {
        return Arrays.stream(StateName.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldProblem(
                        "state",
                        "state is one of "
                                + Arrays.stream(StateName.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))))));
    }

    private static Position position(String sortKey) {
        try {
            int separator = sortKey.indexOf(SEPARATOR);
            Instant raisedAt = Instant.ofEpochMilli(Long.parseLong(sortKey.substring(0, separator)));
            if (raisedAt.isAfter(LATEST) || raisedAt.isBefore(Instant.EPOCH)) {
                throw PageRequest.invalidCursor();
            }
            return new Position(raisedAt, UUID.fromString(sortKey.substring(separator + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
            throw PageRequest.invalidCursor();
        }
    }
}
