package io.dorsal.rules.lint;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Advice.Situation;
import io.dorsal.rules.ruleset.Condition;
import io.dorsal.rules.ruleset.ConflictNote;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at sources, conflict notes and advice. */
final class TextLint {
    static final String SOURCES = "sources.yaml";
    private static final String CONFLICTS = "conflicts.yaml";
    private static final String ADVICE = "advice.yaml";

    private static final Pattern BELITTLING = Pattern.compile(
            "(?i).*(nothing (is |to be )?(wrong|serious|worried)|harmless|no need to worry|you are fine|all clear).*",
            Pattern.DOTALL);

    private final Ruleset ruleset;
    private final Unread unread;
    private final Set<String> advices = new HashSet<>();
    private final List<Defect> defects = new ArrayList<>();

    private TextLint(Ruleset ruleset, Unread unread) {
        this.ruleset = ruleset;
        this.unread = unread;
    }

    static List<Defect> defects(Ruleset ruleset, Unread unread) {
        TextLint lint = new TextLint(ruleset, unread);
        lint.lintSources();
        ruleset.conflicts().forEach(lint::lint);
        ruleset.advice().forEach(lint::lint);
        if (!lint.unread.files().contains(ADVICE)) {
            lint.lintEveryUrgencyIsSpokenOf();
        }
        return lint.defects;
    }

    private void lintSources() {
        Set<String> ids = new HashSet<>();
        for (Source source : ruleset.sources()) {
            List<String> all = new ArrayList<>(source.parts().keySet());
            all.add(source.id());
            for (String id : all) {
                if (!ids.add(id)) {
                    defects.add(new Defect(SOURCES, null, "duplicate source: " + id));
                }
            }
        }
    }

    private void lint(ConflictNote note) {
        for (ConflictNote.Position position : note.positions()) {
            if (!unread.files().contains(SOURCES)
                    && ruleset.source(position.source()).isEmpty()) {
                defects.add(new Defect(CONFLICTS, null, "unresolved source: " + position.source()));
            }
        }
        if (note.positions().isEmpty() || note.rules().isEmpty()) {
            defects.add(new Defect(CONFLICTS, null, "needs positions and rules: " + note.question()));
        }
        lintRules(CONFLICTS, null, note.rules());
    }

    private void lint(Advice advice) {
        String name = "advice " + advice.id();
        lintRules(ADVICE, name, advice.rules());
        lintSense(advice, name);
        String rest = advice.text();
        for (Situation situation : Situation.values()) {
            if (rest.contains(situation.placeholder()) && !advice.situations().contains(situation)) {
                defects.add(new Defect(
                        ADVICE,
                        name,
                        situation.placeholder() + " may be empty: ask for situation " + situation.spelling()));
            }
            rest = rest.replace(situation.placeholder(), "");
        }
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            defects.add(new Defect(ADVICE, name, "unknown placeholder"));
        }
    }

    private void lintSense(Advice advice, String name) {
        if (!advices.add(advice.audience() + " " + advice.id())) {
            defects.add(new Defect(ADVICE, name, "duplicate id"));
        }
        if (advice.audience() == Audience.PATIENT
                && BELITTLING.matcher(advice.text()).matches()) {
            defects.add(new Defect(ADVICE, name, "must not tell a patient that nothing is wrong"));
        }
        List<Urgency> ofRules = advice.rules().stream()
                .flatMap(rule -> ruleset.rule(rule).stream())
                .map(Rule::urgency)
                .toList();
        boolean given = ofRules.isEmpty()
                || advice.urgencies().isEmpty()
                || ofRules.stream()
                        .anyMatch(ofRule ->
                                advice.urgencies().stream().anyMatch(urgency -> !ofRule.isMoreUrgentThan(urgency)));
        if (!given) {
            defects.add(new Defect(ADVICE, name, "is never given: its rules are more urgent than its urgency"));
        }
    }

    /** Whatever is decided, both are told what to do by a text that asks for nothing but the urgency. */
    private void lintEveryUrgencyIsSpokenOf() {
        for (Audience audience : Audience.values()) {
            for (Urgency urgency : Urgency.values()) {
                boolean spokenOf = ruleset.advice().stream()
                        .anyMatch(advice -> advice.audience() == audience
                                && advice.urgencies().contains(urgency)
                                && advice.rules().isEmpty()
                                && advice.situations().isEmpty()
                                && advice.answers() instanceof Condition.Always);
                if (!spokenOf) {
                    defects.add(new Defect(
                            ADVICE,
                            null,
                            "has no text for " + urgency + " to the "
                                    + audience.name().toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private void lintRules(String file, @Nullable String name, List<String> rules) {
        for (String rule : rules) {
            if (ruleset.rule(rule).isEmpty() && unread.files().stream().noneMatch(one -> one.startsWith("rules/"))) {
                defects.add(new Defect(file, name, "no such rule: " + rule));
            }
        }
    }
}
