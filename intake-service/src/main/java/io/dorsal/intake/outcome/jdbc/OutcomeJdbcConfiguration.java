package io.dorsal.intake.outcome.jdbc;

import io.dorsal.intake.jdbc.Database;
import io.dorsal.intake.outcome.OutcomeMessages;
import io.dorsal.intake.outcome.OutcomeQueue;
import io.dorsal.intake.view.jdbc.FollowingChanges;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the stored queue. */
@Configuration(proxyBeanMethods = false)
class OutcomeJdbcConfiguration {

    @Bean
    FollowingChanges enqueuingOutcomes(OutcomeMessages messages, Clock clock) {
        return new EnqueuingOutcomes(messages, clock);
    }

    @Bean
    OutcomeQueue outcomeQueue(Database database) {
        return new PostgresOutcomeQueue(database);
    }
}
