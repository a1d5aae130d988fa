package io.dorsal.rules.yaml;

import io.dorsal.rules.ruleset.Ruleset.Status;
import java.util.Locale;
import java.util.Optional;

/** What a ruleset is loaded for; its status must allow it. */
enum Use {
    DECIDING,
    CANDIDATE,
    REPLAY;

    /** Why a ruleset of this status is not for this use. */
    Optional<String> refusal(Status status) {
        String is = "status is " + status.name().toLowerCase(Locale.ROOT) + ": ";
        return switch (this) {
            case DECIDING -> status.mayDecide() ? Optional.empty() : Optional.of(is + "only an active ruleset decides");
            case CANDIDATE ->
                status.mayBeCandidate()
                        ? Optional.empty()
                        : Optional.of(is + "past assessments may be replayed with it, and nothing else");
            case REPLAY -> Optional.empty();
        };
    }
}
