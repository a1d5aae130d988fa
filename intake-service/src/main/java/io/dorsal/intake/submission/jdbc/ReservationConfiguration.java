package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.jdbc.AmendingDatabase;
import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.Amendments;
import io.dorsal.intake.submission.ManyReservations;
import io.dorsal.intake.submission.Reservations;
import io.dorsal.intake.view.Telling;
import io.dorsal.rules.json.AssessmentJson;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what submissions and amendments keep in the database. */
@Configuration(proxyBeanMethods = false)
class ReservationConfiguration {

    @Bean
    Reservations storedReservations(PromptDatabase database) {
        return new JdbcReservations(database);
    }

    @Bean
    ManyReservations manyReservations(@Qualifier("bulkDatabase") PromptDatabase database) {
        return new JdbcManyReservations(database);
    }

    @Bean
    Amendments amendments(AmendingDatabase database, AssessmentJson json, Telling telling) {
        return new JdbcAmendments(database, new AmendmentRows(json), telling);
    }
}
