package io.dorsal.notification.delivery.smtp;

import io.dorsal.notification.delivery.Channel;
import io.dorsal.notification.delivery.Wording;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Wires the e-mail channel. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmtpSettings.class)
class SmtpConfiguration {

    @Bean
    Channel emailChannel(JavaMailSender mail, Wording wording, SmtpSettings settings, Clock clock) {
        return new SmtpChannel(mail, wording, settings, clock);
    }
}
