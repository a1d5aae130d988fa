package io.dorsal.notification.policy;

/**
 * Where an alert stands in its chain.
 *
 * @param round from 1
 * @param step within the round, from 1; 0 marks a notice beside the chain, whose round is then the revision it tells of
 */
public record Turn(int round, int step) {

    /** Where every chain begins. */
    public static final Turn FIRST = new Turn(1, 1);

    public Turn {
        if (round < 1 || step < 0) {
            throw new IllegalArgumentException("rounds count from 1, steps from 0");
        }
    }

    /** The turn of a notice about a newer revision, told to those who already hold the alert. */
    public static Turn noticeOf(int revision) {
        return new Turn(revision, 0);
    }
}
