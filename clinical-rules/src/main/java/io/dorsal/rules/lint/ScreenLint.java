package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.Conditions;
import io.dorsal.rules.ruleset.RuleTable;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.ScreenQuestion;
import io.dorsal.rules.vocabulary.AnswerType;
import io.dorsal.rules.vocabulary.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that the emergency screen asks at least what it always asked. What it asks is not the ruleset's to choose: the
 * safety floor rests on it. A ruleset may ask more.
 */
final class ScreenLint {
    private static final String FILE = "ruleset.yaml";
    private static final List<String> ALWAYS = List.of(
            "neuro.bladder",
            "neuro.bowelIncontinence",
            "neuro.saddleNumbness",
            "neuro.weakness",
            "neuro.sensoryChange",
            "pain.trigger",
            "systemic.fever",
            "history.cancer");
    private static final int SEVERE = 7;
    private static final String WITH_DEFICIT = "neuro.deficitCourse";
    private static final List<String> DEFICIT = List.of("neuro.weakness", "neuro.sensoryChange");
    private static final List<String> DEGREES = List.of("MILD", "SEVERE");

    private final Ruleset ruleset;
    private final Satisfaction satisfaction;
    private final List<Defect> defects = new ArrayList<>();

    private ScreenLint(Ruleset ruleset, Satisfaction satisfaction) {
        this.ruleset = ruleset;
        this.satisfaction = satisfaction;
    }

    static List<Defect> defects(Ruleset ruleset, Satisfaction satisfaction) {
        ScreenLint lint = new ScreenLint(ruleset, satisfaction);
        lint.lintTwice();
        ALWAYS.forEach(lint::lintAlways);
        lint.lintWithDeficit();
        lint.lintOrder();
        lint.lintFloor();
        return lint.defects;
    }

    private void lintTwice() {
        Set<Question> questions = new HashSet<>();
        for (ScreenQuestion asked : ruleset.screen()) {
            if (!questions.add(asked.question())) {
                add(asked.question().path(), "is asked twice");
            }
        }
    }

    private void lintAlways(String path) {
        Optional<ScreenQuestion> asked = find(path);
        if (asked.isEmpty()) {
            add(path, "is missing: the emergency screen must ask it");
        } else if (satisfaction.canHold(new Condition.Not(asked.get().when()))) {
            add(path, "must be asked without a condition");
        }
    }

    private void lintWithDeficit() {
        Optional<ScreenQuestion> asked = find(WITH_DEFICIT);
        if (asked.isEmpty()) {
            add(WITH_DEFICIT, "is missing: the emergency screen must ask it where there is a deficit");
        } else if (satisfaction.canHold(new Condition.AllOf(
                List.of(deficit(), new Condition.Not(asked.get().when()))))) {
            add(WITH_DEFICIT, "must be asked wherever there is a deficit");
        }
    }

    private Condition deficit() {
        return new Condition.AnyOf(DEFICIT.stream()
                .map(path -> ruleset.vocabulary().question(path))
                .map(question -> (Condition) new Condition.Is(question, accepted(question)))
                .toList());
    }

    private static int accepted(Question question) {
        return switch (question.type()) {
            case AnswerType.OneOf oneOf ->
                DEGREES.stream().mapToInt(degree -> 1 << oneOf.ordinal(degree)).sum();
            case AnswerType.YesNo _, AnswerType.WholeNumber _, AnswerType.SetOf _ -> 0;
        };
    }

    private void lintOrder() {
        List<String> listed = ruleset.screen().stream()
                .map(asked -> asked.question().path())
                .filter(path -> ALWAYS.contains(path) || WITH_DEFICIT.equals(path))
                .distinct()
                .toList();
        List<String> expected = new ArrayList<>(ALWAYS);
        expected.add(WITH_DEFICIT);
        expected.retainAll(listed);
        if (!expected.equals(listed)) {
            add(null, "must ask in this order: " + expected);
        }
    }

    /** An open question must leave some rule that is urgent enough no choice but to fire. */
    private void lintFloor() {
        if (ruleset.rules().stream().noneMatch(rule -> asksForScreen(rule.when()))) {
            return; // those that do could not be read, or there are none, which their missing cases tell
        }
        if (mayStayBelow(Urgency.SOON, new Condition.Always())) {
            add(null, "no rule sees to it that an open question makes the urgency at least SOON");
        }
        if (mayStayBelow(Urgency.URGENT, concern())) {
            add(
                    null,
                    "no rule sees to it that an open question makes the urgency at least URGENT where pain is severe, goes"
                            + " down a leg, or goes with a deficit");
        }
    }

    private boolean mayStayBelow(Urgency floor, Condition where) {
        List<Condition> parts = new ArrayList<>(List.of(new Condition.ScreenIncomplete(), where));
        ruleset.rules(RuleTable.Kind.CONDITION).stream()
                .filter(rule -> !floor.isMoreUrgentThan(rule.urgency()))
                .filter(rule -> asksForScreen(rule.when()))
                .forEach(rule -> parts.add(new Condition.Not(rule.when())));
        return satisfaction.canHold(new Condition.AllOf(parts));
    }

    private Condition concern() {
        Question severity = ruleset.vocabulary().question("pain.severity");
        Question radiation = ruleset.vocabulary().question("pain.radiation");
        int leg = radiation.type() instanceof AnswerType.SetOf setOf ? setOf.bit("LEG") : 0;
        return new Condition.AnyOf(List.of(
                new Condition.Between(severity, SEVERE, Integer.MAX_VALUE),
                new Condition.HasAny(radiation, leg),
                deficit()));
    }

    private static boolean asksForScreen(Condition condition) {
        return Conditions.all(condition).anyMatch(Condition.ScreenIncomplete.class::isInstance);
    }

    private Optional<ScreenQuestion> find(String path) {
        return ruleset.screen().stream()
                .filter(asked -> asked.question().path().equals(path))
                .findFirst();
    }

    private void add(@Nullable String path, String reason) {
        defects.add(new Defect(FILE, path == null ? "screen" : "screen " + path, reason));
    }
}
