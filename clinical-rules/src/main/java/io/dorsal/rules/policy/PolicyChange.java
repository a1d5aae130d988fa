package io.dorsal.rules.policy;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.ruleset.Condition;
import java.time.Duration;
import java.util.List;

/** One departure from the ruleset, towards caution. */
public sealed interface PolicyChange {

    /** Why, and who answers for it. */
    Approval approval();

    /** What is changed, as defects are told by. */
    String subject();

    /** A change of one rule. */
    sealed interface OfRule extends PolicyChange {

        /** The rule's id. */
        String rule();

        @Override
        default String subject() {
            return rule();
        }
    }

    /** A change of what an urgency asks for. */
    sealed interface OfUrgency extends PolicyChange {

        /** The urgency. */
        Urgency urgency();

        /** The time that is set. */
        Duration within();

        @Override
        default String subject() {
            return urgency().name();
        }
    }

    /** The rule's findings are more urgent. */
    record RaisedUrgency(String rule, Urgency urgency, Approval approval) implements OfRule {}

    /**
     * The rule fires for more.
     *
     * @param from a comparison of a number, as it stands in the rule or in a term that it uses
     * @param to what takes its place, in this rule alone
     */
    record WidenedThreshold(String rule, Condition from, Condition to, Approval approval) implements OfRule {
        public WidenedThreshold {
            if (!isOfOneNumber(from, to)) {
                throw new IllegalArgumentException("a threshold compares one number, before and after");
            }
        }

        /** Whether both conditions compare a number, and the same. */
        public static boolean isOfOneNumber(Condition from, Condition to) {
            return Comparison.of(from)
                            .map(Comparison::number)
                            .equals(Comparison.of(to).map(Comparison::number))
                    && Comparison.of(from).isPresent();
        }
    }

    /** The rule asks for these too. */
    record AddedQueues(String rule, List<Queue> queues, Approval approval) implements OfRule {
        public AddedQueues {
            queues = List.copyOf(queues);
        }
    }

    /** Patients of the urgency are to be seen earlier. */
    record ShorterTarget(Urgency urgency, Duration within, Approval approval) implements OfUrgency {}

    /** Alerts about the urgency are to be acknowledged earlier. */
    record EarlierAcknowledgement(Urgency urgency, Duration within, Approval approval) implements OfUrgency {}
}
