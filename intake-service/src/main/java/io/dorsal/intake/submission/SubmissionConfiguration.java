package io.dorsal.intake.submission;

import io.dorsal.intake.view.FirstSight;
import io.dorsal.rules.json.AssessmentJson;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires accepting. */
@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {

    @Bean
    AcceptingAssessment acceptingAssessment(
            Reservations reservations,
            Announcements announcements,
            FirstSight firstSight,
            AssessmentJson json,
            Clock clock) {
        return new AcceptingAssessment(
                new RecentReservations(reservations, clock), announcements, firstSight, json, clock);
    }
}
