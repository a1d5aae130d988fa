package io.dorsal.intake.view.http;

import io.dorsal.intake.view.Selection;
import io.dorsal.intake.view.Selection.Position;
import io.dorsal.intake.view.Status;
import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.PageRequest;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.rules.decision.Urgency;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a list is asked for; an empty parameter is as good as none. */
final class SelectionReader {

    private final PatientSearch search = new PatientSearch();

    Selection filtered(
            @Nullable String status, @Nullable String urgency, @Nullable String cursor, @Nullable String limit) {
        PageRequest page = PageRequest.of(orNull(limit), orNull(cursor));
        return new Selection(
                oneOf(Status.class, "status", status),
                oneOf(Urgency.class, "urgency", urgency),
                null,
                position(page),
                page.limit());
    }

    Selection ofPatient(byte[] body, @Nullable String cursor, @Nullable String limit) {
        PageRequest page = PageRequest.of(orNull(limit), orNull(cursor));
        return new Selection(null, null, search.patientReference(body), position(page), page.limit());
    }

    private static @Nullable Position position(PageRequest page) {
        return page.position().map(Cursors::position).orElse(null);
    }

    private static <E extends Enum<E>> @Nullable E oneOf(Class<E> type, String name, @Nullable String text) {
        if (orNull(text) == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findAny()
                .orElseThrow(() -> ProblemException.invalid(List.of(new FieldProblem(
                        name,
                        name + " is one of "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))))));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
