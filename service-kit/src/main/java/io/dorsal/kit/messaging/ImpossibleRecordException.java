package io.dorsal.kit.messaging;

/** A record that decodes, yet says what cannot be. It is parked under the reason code. The message holds ids only. */
public final class ImpossibleRecordException extends RuntimeException {

    private final String reasonCode;

    /**
     * @param reasonCode a constant of the caller, such as {@code UNKNOWN_CLINIC}; it becomes a header and a metric tag
     */
    public ImpossibleRecordException(String reasonCode, String message) {
        super(message);
        this.reasonCode = reasonCode;
    }

    String reasonCode() {
        return reasonCode;
    }
}
