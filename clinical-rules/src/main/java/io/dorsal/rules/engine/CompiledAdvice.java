package io.dorsal.rules.engine;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Situation;
import java.util.List;

/** Advice that can be settled for a decision. */
final class CompiledAdvice {
    private final Advice advice;
    private final Check answers;
    private final List<Situation> situations;
    private final List<Situation> mentioned;

    CompiledAdvice(Advice advice, Check answers) {
        this.advice = advice;
        this.answers = answers;
        this.situations = advice.situations().stream().sorted().toList();
        this.mentioned = situations.stream()
                .filter(situation -> advice.text().contains(situation.placeholder()))
                .toList();
    }

    boolean concerns(Urgency urgency) {
        return advice.urgencies().isEmpty() || advice.urgencies().contains(urgency);
    }

    boolean applies(AdviceFacts facts) {
        for (Situation situation : situations) {
            if (!facts.isSituation(situation)) {
                return false;
            }
        }
        return (advice.rules().isEmpty() || facts.hasFinding(advice.rules())) && answersHold(facts.evaluation());
    }

    String text(AdviceFacts facts) {
        String text = advice.text();
        for (Situation situation : mentioned) {
            text = text.replace(situation.placeholder(), facts.details(situation));
        }
        return text;
    }

    /** Advice that cannot be settled is given: it says what to do, and saying it needlessly is the lesser harm. */
    private boolean answersHold(Evaluation evaluation) {
        try {
            return answers.holds(evaluation);
        } catch (RuntimeException | StackOverflowError e) {
            return true;
        }
    }
}
