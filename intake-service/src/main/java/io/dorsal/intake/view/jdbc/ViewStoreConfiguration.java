package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Views;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the stored view. */
@Configuration(proxyBeanMethods = false)
class ViewStoreConfiguration {

    @Bean
    Views views(Database database) {
        return new JdbcViews(database);
    }

    @Bean
    FirstSight firstSight(PromptDatabase database) {
        return new JdbcFirstSight(database);
    }

    @Bean
    ReadingAssessments readingAssessments(Database database) {
        return new JdbcReadingAssessments(database);
    }
}
