package io.dorsal.notification.alert;

/** What is done with an alert once somebody has acknowledged it. */
public sealed interface HolderStep {

    /** The action that it is. */
    AlertAction action();

    /** The patient has been reached. */
    record PatientContacted() implements HolderStep {
        @Override
        public AlertAction action() {
            return AlertAction.PATIENT_CONTACTED;
        }
    }

    /** The patient was tried, and not reached. */
    record Unreachable() implements HolderStep {
        @Override
        public AlertAction action() {
            return AlertAction.UNREACHABLE;
        }
    }

    /**
     * Another person holds it from now on.
     *
     * @param to the subject under which they sign in
     */
    record Reassign(String to) implements HolderStep {
        @Override
        public AlertAction action() {
            return AlertAction.REASSIGN;
        }
    }

    /** It is over. */
    record Close(ClosingOutcome outcome) implements HolderStep {
        @Override
        public AlertAction action() {
            return AlertAction.CLOSE;
        }
    }
}
