package io.dorsal.rules.lint;

import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Situation;
import io.dorsal.rules.ruleset.ConflictNote;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at sources, conflict notes and advice. */
final class TextLint {
    private final Ruleset ruleset;
    private final List<Defect> defects = new ArrayList<>();

    private TextLint(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static List<Defect> defects(Ruleset ruleset) {
        TextLint lint = new TextLint(ruleset);
        lint.lintSources();
        ruleset.conflicts().forEach(lint::lint);
        ruleset.advice().forEach(lint::lint);
        return lint.defects;
    }

    private void lintSources() {
        Set<String> ids = new HashSet<>();
        for (Source source : ruleset.sources()) {
            List<String> all = new ArrayList<>(source.parts().keySet());
            all.add(source.id());
            for (String id : all) {
                if (!ids.add(id)) {
                    defects.add(new Defect("sources.yaml", null, "duplicate source: " + id));
                }
            }
        }
    }

    private void lint(ConflictNote note) {
        for (ConflictNote.Position position : note.positions()) {
            if (ruleset.source(position.source()).isEmpty()) {
                defects.add(new Defect("conflicts.yaml", null, "unresolved source: " + position.source()));
            }
        }
        lintRules("conflicts.yaml", null, note.rules());
    }

    private void lint(Advice advice) {
        String name = "advice " + advice.id();
        lintRules("advice.yaml", name, advice.rules());
        String rest = advice.text();
        for (Situation situation : Situation.values()) {
            if (rest.contains(situation.placeholder()) && !advice.situations().contains(situation)) {
                defects.add(new Defect(
                        "advice.yaml",
                        name,
                        situation.placeholder() + " may be empty: ask for situation " + situation.spelling()));
            }
            rest = rest.replace(situation.placeholder(), "");
        }
        if (rest.indexOf('{') >= 0) {
            defects.add(new Defect("advice.yaml", name, "unknown placeholder"));
        }
    }

    private void lintRules(String file, @Nullable String name, List<String> rules) {
        for (String rule : rules) {
            if (ruleset.rule(rule).isEmpty()) {
                defects.add(new Defect(file, name, "no such rule: " + rule));
            }
        }
    }
}
