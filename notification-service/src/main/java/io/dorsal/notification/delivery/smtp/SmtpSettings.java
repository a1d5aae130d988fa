package io.dorsal.notification.delivery.smtp;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mails introduce themselves; the server is {@code spring.mail}.
 *
 * @param from the sender
 * @param messageIdDomain the right side of Message-IDs
 */
@ConfigurationProperties("notification.mail")
public record SmtpSettings(String from, String messageIdDomain) {}
