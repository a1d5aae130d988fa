package io.dorsal.kit.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one attempt to deliver a webhook. The code is short, and never the receiver's text. */
public sealed interface WebhookAnswer {

    /** The status, such as {@code 204}, or what went wrong before there was one. */
    String code();

    /** The receiver has taken it. */
    record Accepted(String code) implements WebhookAnswer {}

    /**
     * It may work the next time; whether it arrived may be unknown.
     *
     * @param retryAfter how long the receiver asks to be left alone, if it does
     */
    record Failed(String code, @Nullable Duration retryAfter) implements WebhookAnswer {}

    /** The receiver will not take it like this; a redirect is none either. */
    record Refused(String code) implements WebhookAnswer {}

    /** The receiver wants no webhooks any more (410). */
    record Gone(String code) implements WebhookAnswer {}
}
