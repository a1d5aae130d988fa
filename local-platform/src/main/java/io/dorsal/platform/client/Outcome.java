package io.dorsal.platform.client;

import tools.jackson.databind.JsonNode;

/**
 * What became of an assessment, as its clinic reads it.
 *
 * @param read the answer to {@code GET /api/assessments/{id}}
 */
public record Outcome(JsonNode read) {

    /** SUBMITTED, TRIAGED or PARKED; empty where it cannot be read. */
    public String status() {
        return read.path("status").asString("");
    }

    /** The decision's urgency; empty where there is none. */
    public String urgency() {
        return read.path("decision").path("urgency").asString("");
    }

    /** Whether nothing is to be waited for: its referrals stand, and an alert where it is an emergency. */
    public boolean isComplete() {
        return switch (status()) {
            case "PARKED" -> true;
            case "TRIAGED" -> hasItsReferrals() && hasItsAlert();
            default -> false;
        };
    }

    public boolean hasItsReferrals() {
        return read.path("referrals").size()
                >= read.path("decision").path("referrals").size();
    }

    public boolean hasItsAlert() {
        return !urgency().equals("EMERGENCY") || read.has("alert");
    }
}
