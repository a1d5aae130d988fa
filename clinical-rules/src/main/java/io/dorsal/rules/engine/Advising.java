package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds the texts for one audience that go with a decision. */
final class Advising {
    private final Map<Urgency, List<CompiledAdvice>> byUrgency = new EnumMap<>(Urgency.class);

    Advising(Ruleset ruleset, CheckCompiler compiler, Audience audience) {
        List<CompiledAdvice> compiled = new ArrayList<>();
        for (Advice advice : ruleset.advice()) {
            if (advice.audience() == audience) {
                compiled.add(new CompiledAdvice(advice, compiler.compile(advice.answers())));
            }
        }
        for (Urgency urgency : Urgency.values()) {
            byUrgency.put(
                    urgency,
                    compiled.stream().filter(advice -> advice.concerns(urgency)).toList());
        }
    }

    List<String> texts(AdviceFacts facts) {
        List<String> texts = new ArrayList<>();
        for (CompiledAdvice advice : Objects.requireNonNull(byUrgency.get(facts.urgency()))) {
            if (advice.applies(facts)) {
                texts.add(advice.text(facts));
            }
        }
        return texts;
    }
}
