package io.dorsal.rules.lint;

import io.dorsal.rules.assessment.Answers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cases that show what a rule fires for, and what it just misses. */
public record RuleCases(String file, String rule, List<Case> firing, List<Case> nearMisses) {
    public RuleCases {
        firing = List.copyOf(firing);
        nearMisses = List.copyOf(nearMisses);
    }

    /**
     * One assessment.
     *
     * @param earlierAssessments how many came before; null: not known
     */
    public record Case(Answers answers, @Nullable Integer earlierAssessments) {

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
    }
}
