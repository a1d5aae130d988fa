package io.dorsal.intake.submission;

import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.preview.PreviewRules;
import io.dorsal.intake.view.Arrivals;
import io.dorsal.intake.view.FirstSight;
import io.dorsal.kit.background.BackgroundLoop;
import io.dorsal.kit.background.Next;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires accepting and amending. */
@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

    @Bean
    RecentReservations recentReservations(Reservations storedReservations, Clock clock) {
        return new RecentReservations(storedReservations, clock);
    }

    @Bean
    BackgroundLoop forgettingReservations(RecentReservations reservations, ApplicationEventPublisher events) {
        return new BackgroundLoop("forgetting-reservations", events, () -> {
            reservations.forgetOld();
            return Next.after(Duration.ofMinutes(1));
        });
    }

    @Bean
    AcceptingAssessment acceptingAssessment(
            RecentReservations reservations,
            Announcements announcements,
            FirstSight firstSight,
            AssessmentJson json,
            Clock clock) {
        return new AcceptingAssessment(reservations, announcements, firstSight, json, clock);
    }

    @Bean
    AcceptingMany acceptingMany(
            ManyReservations reservations, ManyAnnouncements announcements, AssessmentJson json, Clock clock) {
        return new AcceptingMany(reservations, announcements, json, clock);
    }

    @Bean
    AmendingAssessment amendingAssessment(
            Amendments amendments, Arrivals arrivals, Announcements announcements, AssessmentJson json, Clock clock) {
        return new AmendingAssessment(amendments, arrivals, announcements, json, clock);
    }

    @Bean
    BackgroundLoop countingAgain(
            UncountedAssessments uncounted,
            PreviewRules rules,
            AmendingAssessment amending,
            IntakeMetrics metrics,
            Clock clock,
            ApplicationEventPublisher events) {
        CountingAgain counting =
                new CountingAgain(uncounted, new EpisodeRules(rules::engine), amending, metrics, clock);
        return new BackgroundLoop(
                "counting-again",
                events,
                () -> Next.after(counting.count() ? Duration.ofMillis(200) : Duration.ofSeconds(2)));
    }

    @Bean
    BackgroundLoop sendingAmendments(
            Amendments amendments,
            Announcements announcements,
            Clock clock,
            IntakeMetrics metrics,
            ApplicationEventPublisher events) {
        UnsentAmendments unsent = new UnsentAmendments(amendments, announcements, clock);
        metrics.showUnsentAmendments(unsent::waiting, unsent::seconds);
        return new BackgroundLoop("sending-amendments", events, () -> {
            unsent.count();
            unsent.send();
            return Next.after(Duration.ofSeconds(1));
        });
    }
}
