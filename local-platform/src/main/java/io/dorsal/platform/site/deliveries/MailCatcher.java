package io.dorsal.platform.site.deliveries;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A real SMTP server that keeps what it is given and sends nothing on. */
final class MailCatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
    private static final int LARGEST_MAIL = 1 << 20;
    private static final int MANY_CONNECTIONS = 200;

    private final Deliveries deliveries;
    private final Clock clock;
    private final SMTPServer server;

    MailCatcher(Deliveries deliveries, Clock clock, int port) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .maxMessageSize(LARGEST_MAIL)
                .maxConnections(MANY_CONNECTIONS)
                .messageHandler((context, from, to, data) -> caught(to, data))
                .build();
    }

    private void caught(String to, byte[] data) throws RejectException {
        try {
            MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            deliveries.add(new Delivery(
                    0,
                    Delivery.Channel.EMAIL,
                    mail.getHeader("X-Dorsal-Delivery-Id", null),
                    mail.getHeader("X-Dorsal-Alert-Id", null),
                    clock.instant(),
                    null,
                    to,
                    Objects.requireNonNullElse(mail.getSubject(), "(no subject)"),
                    textOf(mail)));
        } catch (MessagingException | IOException e) {
            log.warn("refused a mail that cannot be read", e);
            throw new RejectException(554, "message could not be read");
        }
    }

    private static String textOf(Part part) throws MessagingException, IOException {
        String text = firstText(part);
        return text == null ? "(no text)" : text.strip();
    }

    private static @Nullable String firstText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/*")) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String text = firstText(parts.getBodyPart(i));
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }
}
