package io.dorsal.intake.form;

import io.dorsal.rules.assessment.Answers;
import java.util.List;

/** When a question is asked. */
public sealed interface Asking {

    /** Whether it is asked of somebody who has given these answers. */
    boolean applies(Answers answers);

    /** Always. */
    record Always() implements Asking {
        @Override
        public boolean applies(Answers answers) {
            return true;
        }
    }

    /**
     * Where one of the requirements is met.
     *
     * @param otherwise why it is not asked where none is
     */
    record Where(List<Requirement> oneOf, Needless otherwise) implements Asking {
        public Where {
            oneOf = List.copyOf(oneOf);
        }

        @Override
        public boolean applies(Answers answers) {
            return oneOf.stream()
                    .anyMatch(requirement -> requirement.isMetBy(
                            answers.raw(requirement.question().index())));
        }
    }

    /** Why a question need not be asked. */
    enum Needless {
        /** Only "no" would agree with the other answers, as of a deficit's course where there is no deficit. */
        SENSELESS,
        /** Whatever the answer, the packed ruleset would not find the patient more urgent. */
        IDLE
    }
}
