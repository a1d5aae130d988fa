package io.dorsal.rules.engine;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows for every answer which rules it might make fire. Few rules are in question for an assessment, so looking each
 * answer up once is much cheaper than evaluating every rule.
 */
final class RuleIndex {
    private final int words;
    private final long[] always;
    private final int[] questions;
    private final long[][] rulesByAnswer;

    /** @param triggers by rule; a rule without one is always in question */
    RuleIndex(Vocabulary vocabulary, List<Optional<Trigger>> triggers) {
        this.always = Bits.forSize(triggers.size());
        this.words = always.length;
        long[] @Nullable [] byQuestion = new long[vocabulary.size()][];
        for (int rule = 0; rule < triggers.size(); rule++) {
            Trigger trigger = triggers.get(rule).orElse(null);
            if (trigger == null) {
                Bits.set(always, rule);
            } else {
                for (Trigger.Alternative alternative : trigger.alternatives()) {
                    add(byQuestion, alternative, rule);
                }
            }
        }
        List<Integer> used = new ArrayList<>();
        List<long[]> tables = new ArrayList<>();
        for (int question = 0; question < byQuestion.length; question++) {
            long[] table = byQuestion[question];
            if (table != null) {
                used.add(question);
                tables.add(table);
            }
        }
        this.questions = used.stream().mapToInt(Integer::intValue).toArray();
        this.rulesByAnswer = tables.toArray(long[][]::new);
    }

    private void add(long[] @Nullable [] byQuestion, Trigger.Alternative alternative, int rule) {
        int question = alternative.question().index();
        long[] table = byQuestion[question];
        if (table == null) {
            table = new long[(Trigger.countOfAnswers(alternative.question().type()) + 1) * words];
            byQuestion[question] = table;
        }
        for (int answer = alternative.answers().nextSetBit(0);
                answer >= 0;
                answer = alternative.answers().nextSetBit(answer + 1)) {
            table[answer * words + rule / Long.SIZE] |= 1L << rule;
        }
    }

    /** The rules that might fire; all others cannot. */
    long[] candidates(Answers answers) {
        long[] candidates = always.clone();
        for (int i = 0; i < questions.length; i++) {
            int at = (answers.raw(questions[i]) + 1) * words;
            for (int word = 0; word < words; word++) {
                candidates[word] |= rulesByAnswer[i][at + word];
            }
        }
        return candidates;
    }
}
