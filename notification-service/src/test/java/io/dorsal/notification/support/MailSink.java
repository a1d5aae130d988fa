package io.dorsal.notification.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A real SMTP server. */
public final class MailSink {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    public MailSink() {
        server.start();
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** What arrived for an alert. */
    public List<Mail> mails(UUID alert) {
        return Arrays.stream(server.getReceivedMessages())
                .map(Mail::of)
                .filter(mail -> mail.alert().equals(alert.toString()))
                .toList();
    }

    /** A mail as a mailbox keeps it. */
    public record Mail(String alert, String delivery, String messageId, String to, String subject, String text) {

        static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        header(message, "X-Dorsal-Alert-Id"),
                        header(message, "X-Dorsal-Delivery-Id"),
                        header(message, "Message-ID"),
                        header(message, "To"),
                        message.getSubject(),
                        message.getContent().toString());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String header(MimeMessage message, String name) throws MessagingException {
            String value = message.getHeader(name, ",");
            return value == null ? "" : value;
        }
    }
}
