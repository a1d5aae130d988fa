package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.jdbc.AmendingDatabase;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.Amendments;
import io.dorsal.intake.submission.ManyReservations;
import io.dorsal.intake.submission.Reservations;
import io.dorsal.intake.submission.UncountedAssessments;
import io.dorsal.intake.view.Telling;
import io.dorsal.kit.clinics.ClinicDirectory;
import io.dorsal.rules.json.AssessmentJson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what submissions and amendments keep in the database. */
@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

    @Bean
    EarlierAssessments earlierAssessments(ClinicDirectory clinics) {
        return new EarlierAssessments(clinics);
    }

    @Bean
    Reservations storedReservations(PromptDatabase database, EarlierAssessments earlier) {
        return new JdbcReservations(database, earlier);
    }

    @Bean
    ManyReservations manyReservations(@Qualifier("bulkDatabase") PromptDatabase database, EarlierAssessments earlier) {
        return new JdbcManyReservations(database, earlier);
    }

    @Bean
    UncountedAssessments uncountedAssessments(
            AmendingDatabase database, EarlierAssessments earlier, ClinicDirectory clinics, AssessmentJson json) {
        return new JdbcUncountedAssessments(database, earlier, clinics, json);
    }

    @Bean
    Amendments amendments(AmendingDatabase database, EarlierAssessments earlier, AssessmentJson json, Telling telling) {
        return new JdbcAmendments(database, earlier, new AmendmentRows(json), telling);
    }
}
