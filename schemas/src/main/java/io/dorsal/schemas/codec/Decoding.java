package io.dorsal.schemas.codec;

/**
 * What became of a record's bytes. That they cannot be decoded is a value and not an exception, so that one broken
 * record stops nothing.
 *
 * @param <E> the event
 */
public sealed interface Decoding<E> {

    /** The bytes are an event. */
    record Decoded<E>(E event) implements Decoding<E> {}

    /** The bytes are no such event, and never will be. */
    record Undecodable<E>(Defect defect) implements Decoding<E> {}

    /** What is wrong with bytes that cannot be decoded. */
    enum Defect {
        /** There is no value at all. */
        NO_VALUE,
        /** The bytes do not begin as a single-object encoding does. */
        NOT_SINGLE_OBJECT,
        /** Nobody published the schema that they name. */
        UNKNOWN_SCHEMA,
        /** They are another type of event. */
        OTHER_EVENT,
        /** They do not match the schema that they name. */
        CORRUPT,
        /** More bytes follow behind the event. */
        TRAILING_BYTES
    }
}
