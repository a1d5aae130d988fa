package io.dorsal.rules.lint;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.vocabulary.Question;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cases that show what a rule fires for, what it just misses, and what it makes of a missing answer.
 *
 * @param silentWithout an answer is taken back, and the rule no longer fires
 * @param firingWithout an answer is taken back, and the rule fires: the missing answer counts, or does not matter
 */
public record RuleCases(
        String file,
        String rule,
        List<Case> firing,
        List<Case> nearMisses,
        List<Case> silentWithout,
        List<Case> firingWithout) {
    public RuleCases {
        firing = List.copyOf(firing);
        nearMisses = List.copyOf(nearMisses);
        silentWithout = List.copyOf(silentWithout);
        firingWithout = List.copyOf(firingWithout);
    }

    /**
     * One assessment.
     *
     * @param number its place in its list, from 1
     * @param earlierAssessments how many came before; null: not known
     */
    public record Case(
            int number, Answers answers, @Nullable Integer earlierAssessments) {

        /** The same without an answer. */
        Case without(Question question) {
            return new Case(number, answers.toBuilder().clear(question).build(), earlierAssessments);
        }

        /** In how many answers the two differ. */
        int distanceTo(Case other) {
            int distance = Objects.equals(earlierAssessments, other.earlierAssessments) ? 0 : 1;
            for (int i = 0; i < answers.vocabulary().size(); i++) {
                if (answers.raw(i) != other.answers.raw(i)) {
                    distance++;
                }
            }
            return distance;
        }

        /** Whether this is the other with nothing but one answer taken back. */
        boolean takesBackOneOf(Case other) {
            boolean countTaken = earlierAssessments == null && other.earlierAssessments != null;
            return distanceTo(other) == 1 && (countTaken || takenFrom(other).isPresent());
        }

        /** The question that the other answers and this does not. */
        Optional<Question> takenFrom(Case other) {
            return answers.vocabulary().questions().stream()
                    .filter(question -> !answers.isAnswered(question) && other.answers.isAnswered(question))
                    .findFirst();
        }
    }
}
