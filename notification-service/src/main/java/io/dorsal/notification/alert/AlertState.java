package io.dorsal.notification.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of an alert. Only a person leads it out of {@link Notifying}, and only a person closes it; a person who takes too
 * long leads it back.
 */
public sealed interface AlertState {

    /** The name of the state. */
    StateName name();

    /** People are being told, step by step, until somebody acknowledges. */
    record Notifying(Instant nextAt) implements AlertState {
        @Override
        public StateName name() {
            return StateName.NOTIFYING;
        }
    }

    /**
     * Somebody has taken it.
     *
     * @param contactBy when people are told again unless the patient was reached; null where there is none to reach
     */
    record Acknowledged(Hold hold, @Nullable Instant contactBy) implements AlertState {
        @Override
        public StateName name() {
            return StateName.ACKNOWLEDGED;
        }
    }

    /**
     * The patient has been reached.
     *
     * @param closeBy when people are told again unless it is closed
     */
    record PatientContacted(Hold hold, Instant at, Instant closeBy) implements AlertState {
        @Override
        public StateName name() {
            return StateName.PATIENT_CONTACTED;
        }
    }

    /** The patient is in other hands, or there was no emergency. */
    record Closed(Hold hold, Instant at, ClosingOutcome outcome) implements AlertState {
        @Override
        public StateName name() {
            return StateName.CLOSED;
        }
    }
}
