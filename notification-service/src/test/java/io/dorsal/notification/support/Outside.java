package io.dorsal.notification.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The world outside the service: mailboxes and webhooks, shared by the tests of this JVM, who tell alerts apart. */
public final class Outside {

    public static final MailSink MAIL = new MailSink();
    public static final WebhookSink WEBHOOKS = new WebhookSink();

    private Outside() {}

    /** Points a service at this world, with a state directory of its own. */
    public static void register(DynamicPropertyRegistry registry) {
        register(registry, newStateDirectory());
    }

    public static void register(DynamicPropertyRegistry registry, Path stateDirectory) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("DORSAL_WEBHOOK_URL", () -> WEBHOOKS.url("/webhook").toString());
        registry.add("DORSAL_WEBHOOK_SECRET", () -> WebhookSink.SECRET);
        registry.add("DORSAL_STATE_DIRECTORY", stateDirectory::toString);
    }

    public static Path newStateDirectory() {
        try {
            return Files.createTempDirectory("notification");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
