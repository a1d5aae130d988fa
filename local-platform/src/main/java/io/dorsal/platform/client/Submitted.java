package io.dorsal.platform.client;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** How a submission was answered. */
public sealed interface Submitted {

    /** It will be decided. */
    record Accepted(UUID assessmentId) implements Submitted {}

    /**
     * It was not accepted.
     *
     * @param problem the problem details of the answer
     */
    record Refused(int status, JsonNode problem) implements Submitted {}
}
