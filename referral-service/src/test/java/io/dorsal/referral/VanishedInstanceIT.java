package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.events.Queue;
import io.dorsal.events.ReferralChanged;
import io.dorsal.events.Urgency;
import io.dorsal.schemas.topics.Subscriptions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ReferralServiceTest
class VanishedInstanceIT {

    private final UUID id = UUID.randomUUID();

    @Autowired
    private DataSource connections;

    @Test
    void theLocksOfAnInstanceThatVanishedInATransactionHoldUpNobodyForLong() throws Exception {
        Neighbours.decide(DecidedEvent.about(id).asking(Queue.NEUROSURGERY, Urgency.URGENT, "NEURO-2"));
        assertThat(Neighbours.changes(id, 1)).hasSize(1);

        Connection vanished = connections.getConnection();
        try (Statement statement = vanished.createStatement()) {
            vanished.setAutoCommit(false);
            assertThat(setting(statement, "idle_in_transaction_session_timeout"))
                    .isEqualTo("20s");
            assertThat(setting(statement, "lock_timeout")).isEqualTo("5s");
            assertThat(setting(statement, "transaction_timeout")).isEqualTo("30s");
            assertThat(setting(statement, "tcp_keepalives_idle")).isEqualTo("10");
            statement.execute("set idle_in_transaction_session_timeout = '6s'"); // it has been idle for a while
            statement.execute("select 1 from assessment where assessment_id = '%s' for update".formatted(id));

            Neighbours.decide(
                    DecidedEvent.about(id).revision(2).asking(Queue.NEUROSURGERY, Urgency.EMERGENCY, "NEURO-1"));

            List<ReferralChanged> changes = Neighbours.changes(id, 2);
            assertThat(changes.getLast().getUrgency()).isEqualTo(Urgency.EMERGENCY);
        }
        assertThat(Neighbours.parked(Subscriptions.REFERRAL_DECISIONS, id)).isEmpty();
        assertThatThrownBy(vanished::close)
                .as("the database has ended its session")
                .isInstanceOf(SQLException.class);
    }

    private static String setting(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
