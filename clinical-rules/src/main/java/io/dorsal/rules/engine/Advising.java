package io.dorsal.rules.engine;

import io.dorsal.rules.ruleset.Advice;
import io.dorsal.rules.ruleset.Advice.Audience;
import io.dorsal.rules.ruleset.Advice.Situation;
import io.dorsal.rules.ruleset.Ruleset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Finds the texts that go with a decision. */
final class Advising {
    private final List<Compiled> clinic;
    private final List<Compiled> patient;

    Advising(Ruleset ruleset, CheckCompiler compiler) {
        this.clinic = compile(ruleset, compiler, Audience.CLINIC);
        this.patient = compile(ruleset, compiler, Audience.PATIENT);
    }

    List<String> toClinic(AdviceFacts facts) {
        return texts(clinic, facts);
    }

    List<String> toPatient(AdviceFacts facts) {
        return texts(patient, facts);
    }

    private static List<String> texts(List<Compiled> advice, AdviceFacts facts) {
        return advice.stream()
                .filter(one -> one.applies(facts))
                .map(one -> one.text(facts))
                .toList();
    }

    private static List<Compiled> compile(Ruleset ruleset, CheckCompiler compiler, Audience audience) {
        return ruleset.advice().stream()
                .filter(advice -> advice.audience() == audience)
                .map(advice -> new Compiled(advice, compiler.compile(advice.answers())))
                .toList();
    }

    private record Compiled(Advice advice, Check answers) {

        boolean applies(AdviceFacts facts) {
            return (advice.urgencies().isEmpty() || advice.urgencies().contains(facts.urgency()))
                    && (advice.rules().isEmpty() || facts.hasFinding(advice.rules()))
                    && advice.situations().stream().allMatch(facts::isSituation)
                    && answersHold(facts.evaluation());
        }

        String text(AdviceFacts facts) {
            String text = advice.text();
            for (Situation situation : mentioned(text)) {
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

        private static Set<Situation> mentioned(String text) {
            return text.indexOf('{') < 0 ? Set.of() : Set.copyOf(Arrays.asList(Situation.values()));
        }
    }
}
