package io.dorsal.schemas.codec;

import org.apache.avro.SystemLimitException;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Keeps hostile or broken bytes from making Avro allocate what they claim to hold, and lets Avro instantiate our events.
 * Both are settings of the whole JVM, so they are applied once, before the first codec is made.
 */
public final class AvroSettings {

    private static final String EVENTS = "io.dorsal.events.";

    /** No record of ours comes near: the broker takes 1 MiB at most. */
    private static final String LONGEST = String.valueOf(1 << 20);

    static {
        limit(SystemLimitException.MAX_BYTES_LENGTH_PROPERTY);
        limit(SystemLimitException.MAX_STRING_LENGTH_PROPERTY);
        limit(SystemLimitException.MAX_COLLECTION_LENGTH_PROPERTY);
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(EVENTS)));
    }

    private AvroSettings() {}

    /** Applies the settings, if nobody has yet. Needed before Avro makes an instance of one of our events. */
    public static void apply() {
        // Running the static initialiser is all there is to do.
    }

    private static void limit(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, LONGEST);
        }
    }
}
