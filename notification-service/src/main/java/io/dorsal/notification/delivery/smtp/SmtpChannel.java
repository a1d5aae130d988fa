package io.dorsal.notification.delivery.smtp;

import io.dorsal.notification.delivery.Channel;
import io.dorsal.notification.delivery.Message;
import io.dorsal.notification.delivery.Outcome;
import io.dorsal.notification.delivery.Wording;
import io.dorsal.notification.policy.ChannelKind;
import io.dorsal.notification.policy.Contact;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Date;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends messages by e-mail. Attempts of one delivery carry one Message-ID, so that mailboxes can tell repetitions. */
final class SmtpChannel implements Channel {

    private static final int FIRST_PERMANENT_CODE = 500;

    private final JavaMailSender mail;
    private final Wording wording;
    private final SmtpSettings settings;
    private final Clock clock;

    SmtpChannel(JavaMailSender mail, Wording wording, SmtpSettings settings, Clock clock) {
        this.mail = mail;
        this.wording = wording;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public Outcome send(Message message, Contact contact) {
        String address = contact.email();
        if (address == null) {
            return new Outcome.Refused("no address");
        }
        try {
            mail.send(mailOf(message, contact, address));
            return new Outcome.Accepted("250");
        } catch (MailException | MessagingException e) {
            return outcomeOf(rootOf(e));
        }
    }

    private MimeMessage mailOf(Message message, Contact contact, String address) throws MessagingException {
        MimeMessage mime = mail.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(mime, "UTF-8");
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(wording.subject(message));
        helper.setText(wording.text(message, contact));
        helper.setSentDate(Date.from(clock.instant()));
        mime.setHeader("X-Dorsal-Delivery-Id", message.delivery().toString());
        mime.setHeader("X-Dorsal-Alert-Id", message.alert().toString());
        mime.setHeader("X-Priority", "1");
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("Message-ID", "<%s@%s>".formatted(message.delivery(), settings.messageIdDomain()));
        return mime;
    }

    private static Outcome outcomeOf(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException refused -> byCode(refused.getReturnCode());
            case SMTPSenderFailedException refused -> byCode(refused.getReturnCode());
            case SMTPSendFailedException refused -> byCode(refused.getReturnCode());
            default -> new Outcome.Failed(failure.getClass().getSimpleName());
        };
    }

    private static Outcome byCode(int code) {
        return code >= FIRST_PERMANENT_CODE
                ? new Outcome.Refused(String.valueOf(code))
                : new Outcome.Failed(String.valueOf(code));
    }

    /** The failure that carries the server's answer: libraries nest it in several ways. */
    private static Throwable rootOf(Exception failure) {
        Throwable root = failure;
        if (failure instanceof MailSendException several && several.getMessageExceptions().length > 0) {
            root = several.getMessageExceptions()[0];
        }
        while (true) {
            Throwable next = root instanceof SendFailedException nested && nested.getNextException() != null
                    ? nested.getNextException()
                    : root.getCause();
            if (next == null) {
                return root;
            }
            root = next;
        }
    }
}
