package io.dorsal.kit.messaging;

/** What became of one record that {@link EventPublisher#tryToSend} was given. */
public sealed interface Delivery {

    /** Every replica in sync has it. */
    record Acknowledged() implements Delivery {}

    /**
     * The broker does not take it.
     *
     * @param forGood whether that is the record's own fault, so that it will never be taken; else its topic is missing or
     *     closed to us, which may change
     * @param reason a code, such as {@code RecordTooLargeException}
     */
    record Refused(boolean forGood, String reason) implements Delivery {}

    /** It was not sent, since those before it took too long. */
    record NotTried() implements Delivery {}
}
