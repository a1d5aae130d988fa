package io.dorsal.intake.feedback.jdbc;

import io.dorsal.intake.feedback.Feedbacks;
import io.dorsal.intake.jdbc.ReadingDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the stored feedback. */
@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

    @Bean
    Feedbacks feedbacks(ReadingDatabase database) {
        return new JdbcFeedbacks(database);
    }
}
