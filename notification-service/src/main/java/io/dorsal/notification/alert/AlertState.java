package io.dorsal.notification.alert;

import java.time.Instant;

/** The state of an alert. Only a person leads it out of {@link Notifying}, and only a person closes it. */
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

    /** Somebody has taken it. */
    record Acknowledged(Hold hold) implements AlertState {
        @Override
        public StateName name() {
            return StateName.ACKNOWLEDGED;
        }
    }

    /** The patient has been reached. */
    record PatientContacted(Hold hold, Instant at) implements AlertState {
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
