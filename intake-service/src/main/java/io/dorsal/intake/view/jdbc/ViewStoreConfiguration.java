package io.dorsal.intake.view.jdbc;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.jdbc.ReadingDatabase;
import io.dorsal.intake.view.Arrivals;
import io.dorsal.intake.view.CertainReading;
import io.dorsal.intake.view.ChangedAssessments;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.intake.view.ReadingAssessments;
import io.dorsal.intake.view.Stage;
import io.dorsal.intake.view.Telling;
import io.dorsal.intake.view.Views;
import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the stored view. */
@Configuration(proxyBeanMethods = false)
class ViewStoreConfiguration {

    private static final Duration CONFLICTS_EVERY = Duration.ofSeconds(30);
    private static final Duration WAITING_EVERY = Duration.ofSeconds(2);
    private static final Duration FORGETTING_EVERY = Duration.ofMinutes(1);

    @Bean
    Views views(Database database, FollowingChanges followers) {
        return new JdbcViews(database, followers);
    }

    @Bean
    FirstSight firstSight(PromptDatabase database, FollowingChanges followers, Telling telling) {
        return new JdbcFirstSight(database, followers, telling);
    }

    /** Counted beside the scrapes, which would else wait for a database that is away. */
    @Bean
    BackgroundLoop countingConflicts(Database database, IntakeMetrics metrics, ApplicationEventPublisher events) {
        CountedConflicts conflicts = new CountedConflicts(database);
        metrics.showConflicting(conflicts::last);
        return new BackgroundLoop("counting-conflicts", events, () -> {
            conflicts.count();
            return Next.after(CONFLICTS_EVERY);
        });
    }

    @Bean
    BackgroundLoop countingWaiting(
            Database database, IntakeMetrics metrics, Clock clock, ApplicationEventPublisher events) {
        CountedWaiting waiting = new CountedWaiting(database, clock);
        for (Stage stage : Stage.values()) {
            metrics.showWaiting(stage.name(), () -> waiting.count(stage), () -> waiting.seconds(stage));
        }
        return new BackgroundLoop("counting-waiting", events, () -> {
            waiting.count();
            return Next.after(WAITING_EVERY);
        });
    }

    @Bean
    ChangedAssessments changedAssessments(ReadingDatabase database, Database writing) {
        return new JdbcChangedAssessments(database, writing);
    }

    @Bean
    BackgroundLoop forgettingChanges(ChangedAssessments changes, ApplicationEventPublisher events) {
        return new BackgroundLoop("forgetting-changes", events, () -> {
            changes.forget();
            return Next.after(FORGETTING_EVERY);
        });
    }

    @Bean
    ReadingAssessments readingAssessments(ReadingDatabase database, Arrivals arrivals) {
        return new CertainReading(new JdbcReadingAssessments(database), arrivals);
    }
}
