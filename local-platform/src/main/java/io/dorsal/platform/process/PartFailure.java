package io.dorsal.platform.process;

import org.jspecify.annotations.Nullable;

/** A part that could not be started, or that stopped by itself; the message is one line for a person. */
public final class PartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String sentence;

    public PartFailure(String message) {
        this(message, null);
    }

    public PartFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.sentence = message;
    }

    /** The message. */
    public String sentence() {
        return sentence;
    }
}
