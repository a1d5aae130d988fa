package io.dorsal.notification.policy;

import java.util.List;

/** The steps of a chain. It has no end: after the last step the next round begins. */
public record Policy(List<Step> steps) {

    public Policy {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("a policy has at least one step");
        }
    }

    /** The step at a turn; the last one where the policy has become shorter since. */
    public Step at(Turn turn) {
        return steps.get(Math.clamp(turn.step(), 1, steps.size()) - 1);
    }

    /** The turn that follows. */
    public Turn after(Turn turn) {
        return turn.step() < steps.size() ? new Turn(turn.round(), turn.step() + 1) : turn.inNextRound();
    }
}
