package io.dorsal.intake.submission.jdbc;

import io.dorsal.intake.jdbc.PromptDatabase;
import io.dorsal.intake.submission.ManyReservations;
import io.dorsal.intake.submission.Reservations;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires reserving. */
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
}
