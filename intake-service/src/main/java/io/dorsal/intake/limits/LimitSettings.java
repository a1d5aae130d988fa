package io.dorsal.intake.limits;

/**
 * How much a client may do; bulk apart, so that no upload ever uses up what is for submissions.
 *
 * @param submissionsPerSecond of one client, in the long run
 * @param burst submissions of one client at once
 * @param uploadsAtOnce of one client
 * @param uploadsOfAll clients at once
 * @param linesPerSecond in all uploads of one client; what comes faster is read more slowly, and not refused
 * @param linesOfAllPerSecond in the uploads of all clients together, likewise: what keeps the machines free for submissions
 */
public record LimitSettings(
        int submissionsPerSecond,
        int burst,
        int uploadsAtOnce,
        int uploadsOfAll,
        int linesPerSecond,
        int linesOfAllPerSecond) {

    public LimitSettings {
        require(submissionsPerSecond >= 1, "submissions-per-second must be at least 1");
        require(burst >= 1, "burst must be at least 1");
        require(uploadsAtOnce >= 1, "uploads-at-once must be at least 1");
        require(uploadsOfAll >= uploadsAtOnce, "uploads-of-all must be at least uploads-at-once");
        require(linesPerSecond >= 1, "lines-per-second must be at least 1");
        require(linesOfAllPerSecond >= 1, "lines-of-all-per-second must be at least 1");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("intake.limits." + rule);
        }
    }
}
