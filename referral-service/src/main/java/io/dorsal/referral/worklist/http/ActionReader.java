package io.dorsal.referral.worklist.http;

import io.dorsal.kit.http.FieldProblem;
import io.dorsal.kit.http.ProblemException;
import io.dorsal.referral.lifecycle.Action;
import io.dorsal.referral.lifecycle.ActionName;
import io.dorsal.referral.lifecycle.Code;
import io.dorsal.referral.lifecycle.Deed;
import io.dorsal.rules.decision.Queue;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the body of an action, strictly: tells all that is wrong with it at once, and repeats nothing of it. */
public final class ActionReader {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_SITE = 200;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final @Nullable JsonNode body;
    private final Function<List<FieldProblem>, ProblemException> refusal;
    private final Set<String> known = new HashSet<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    private ActionReader(@Nullable JsonNode body, Function<List<FieldProblem>, ProblemException> refusal) {
        this.body = body;
        this.refusal = refusal;
    }

    /**
     * What a caller does.
     *
     * @param body null where there is none
     * @throws ProblemException 400 where it is not of the form that the action asks for
     */
    static Deed read(ActionName name, @Nullable JsonNode body, String actor) {
        if (body != null && !body.isObject()) {
            throw ProblemException.invalid(List.of(new FieldProblem("", "the body is an object")));
        }
        return read(name, body, actor, ProblemException::invalid);
    }

    /**
     * What a caller does, however it was told.
     *
     * @param refusal tells the caller what is wrong
     */
    public static Deed read(
            ActionName name,
            @Nullable JsonNode body,
            String actor,
            Function<List<FieldProblem>, ProblemException> refusal) {
        ActionReader reader = new ActionReader(body, refusal);
        Optional<Action> action = reader.action(name);
        String comment = reader.text("comment", LONGEST_TEXT).orElse(null);
        return new Deed(reader.checked(action), actor, comment);
    }

    private Optional<Action> action(ActionName name) {
        return switch (name) {
            case ACCEPT -> Optional.of(new Action.Accept());
            case CONFIRM -> Optional.of(new Action.Confirm());
            case NO_SHOW -> Optional.of(new Action.NoShow());
            case RESUME -> Optional.of(new Action.Resume());
            case COMPLETE -> code("outcome", name).map(Action.Complete::new);
            case CANCEL -> code("reason", name).map(Action.Cancel::new);
            case SCHEDULE -> {
                String site = text("site", LONGEST_SITE).orElse(null);
                yield time("appointmentAt").map(at -> new Action.Schedule(at, site));
            }
            case RETURN -> both(code("reason", name), required("advice"), Action.Return::new);
            case REDIRECT -> both(queue(), code("reason", name), Action.Redirect::new);
            case PAUSE -> both(code("reason", name), time("until"), Action.Pause::new);
        };
    }

    private Action checked(Optional<Action> action) {
        if (body != null) {
            body.propertyNames().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> problems.add(new FieldProblem(
                            "",
                            "the body has a member other than "
                                    + String.join(", ", known.stream().sorted().toList()))));
        }
        if (!problems.isEmpty()) {
            throw refusal.apply(problems);
        }
        return action.orElseThrow();
    }

    private Optional<Code> code(String field, ActionName action) {
        return named(field, Code.of(action));
    }

    private Optional<Queue> queue() {
        return named("queue", Arrays.stream(Queue.values()));
    }

    private <E extends Enum<E>> Optional<E> named(String field, Stream<E> allowed) {
        List<E> values = allowed.toList();
        Optional<E> value = member(field)
                .filter(JsonNode::isString)
                .flatMap(text -> values.stream()
                        .filter(one -> one.name().equals(text.asString()))
                        .findFirst());
        return orProblem(
                field, value, "is one of " + values.stream().map(Enum::name).collect(Collectors.joining(", ")));
    }

    private Optional<Instant> time(String field) {
        Optional<Instant> value = member(field)
                .filter(JsonNode::isString)
                .flatMap(text -> instant(text.asString()))
                .filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(LATEST));
        return orProblem(field, value, "is a time with its offset, such as 2026-03-01T08:00:00Z");
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<String> required(String field) {
        Optional<JsonNode> given = member(field);
        if (given.isEmpty()) {
            problems.add(new FieldProblem(field, field + " is missing"));
            return Optional.empty();
        }
        return text(field, LONGEST_TEXT);
    }

    /** Empty where it is not given; a problem where it is something else. */
    private Optional<String> text(String field, int longest) {
        Optional<JsonNode> given = member(field);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> value = given.filter(JsonNode::isString)
                .map(JsonNode::asString)
                .filter(text -> !text.isBlank() && text.length() <= longest && isStorable(text));
        return orProblem(field, value, "is a text of 1 to " + longest + " characters");
    }

    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private <T> Optional<T> orProblem(String field, Optional<T> value, String form) {
        if (value.isEmpty()) {
            problems.add(new FieldProblem(field, field + " " + form));
        }
        return value;
    }

    private Optional<JsonNode> member(String field) {
        known.add(field);
        return Optional.ofNullable(body).map(object -> object.get(field)).filter(value -> !value.isNull());
    }

    private static <A, B> Optional<Action> both(Optional<A> one, Optional<B> other, BiFunction<A, B, Action> action) {
        return one.flatMap(first -> other.map(second -> action.apply(first, second)));
    }
}
