package io.dorsal.intake.view;

import java.util.UUID;

/** A fact claims another clinic for an assessment than the one known: it must never be shown to either. */
public final class ContradictoryOriginException extends RuntimeException {

    ContradictoryOriginException(UUID assessmentId) {
        super("two clinics are named for the assessment " + assessmentId);
    }
}
