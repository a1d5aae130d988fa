package io.dorsal.intake.bulk;

/**
 * How much is taken in at once by bulk uploads.
 *
 * @param window lines that are accepted together, at most
 * @param mostLines of one upload
 * @param bytesAhead that are read ahead of the answers, in all uploads together
 */
public record BulkSettings(int window, int mostLines, long bytesAhead) {

    private static final int MOST_IN_A_WINDOW = 10_000;

    public BulkSettings {
        require(window >= 1 && window <= MOST_IN_A_WINDOW, "window must be from 1 to " + MOST_IN_A_WINDOW);
        require(mostLines >= 1, "most-lines must be at least 1");
        require(bytesAhead >= 1, "read-ahead must be at least 1");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("intake.bulk." + rule);
        }
    }
}
