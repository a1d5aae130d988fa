package io.dorsal.notification.delivery;

/** What a channel answered to an attempt. The code is short, from the channel, and never the text of a message. */
public sealed interface Outcome {

    /** What the channel said, such as {@code 204} or {@code connection refused}. */
    String code();

    /** The channel has taken responsibility. */
    record Accepted(String code) implements Outcome {}

    /** It may work the next time; whether the message arrived may be unknown. */
    record Failed(String code) implements Outcome {}

    /** The channel will not take it like this. It is tried again nevertheless, only less often: nobody else may know. */
    record Refused(String code) implements Outcome {}

    /** Nobody has been behind it for several attempts. It is not tried again: the chain goes on to those who are there. */
    record Gone(String code) implements Outcome {}
}
