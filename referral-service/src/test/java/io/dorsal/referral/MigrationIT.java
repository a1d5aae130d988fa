package io.dorsal.referral;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.testsupport.platform.TestDatabase;
import io.dorsal.testsupport.platform.TestPlatform;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an older version has kept is taken over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MigrationIT {

    private static final String DECISION = """
            {"findings": [{"rule": "NEURO-2", "queues": ["NEUROSURGERY"]}, {"rule": "CES-3", "queues": ["PRIMARY_CARE"]}],
             "referrals": [{"queue": "NEUROSURGERY", "urgency": "URGENT", "primary": true}]}
            """;

    private final TestDatabase database = TestPlatform.newDatabase();
    private final DriverManagerDataSource connections =
            new DriverManagerDataSource(database.url(), database.user(), database.password());
    private final JdbcClient jdbc = JdbcClient.create(connections);
    private final UUID decided = UUID.randomUUID();
    private final UUID referredOnly = UUID.randomUUID();
    private final UUID erased = UUID.randomUUID();

    @BeforeAll
    void keepAsTheFirstVersionDid() {
        migrateTo("100");
        jdbc.sql("""
                insert into assessment values (?, 'north', 'metro', false, 2, ?, 'b', 'EMERGENCY', '2026-03-01T08:00Z',
                    '2026-03-01T08:01Z', ?::json)
                """).params(decided, UUID.randomUUID(), DECISION).update();
        jdbc.sql("""
                insert into body_conflict values (?, 2, 'a', 'ROUTINE', 'b', 'EMERGENCY', '2026-03-01T08:02Z'),
                    (?, 1, 'c', 'SOON', 'd', 'URGENT', '2026-03-01T07:00Z')
                """).params(decided, decided).update();
        jdbc.sql("insert into patient values (?, 2, 'p1', null), (?, 1, 'p2', null), (?, 1, null, '2026-03-01T09:00Z')")
                .params(decided, referredOnly, erased)
                .update();
        jdbc.sql("""
                insert into referral values (?, ?, 'NEUROSURGERY', 1, 'north', 'metro', false, 2, 'URGENT', true, '{}', 'ROUTED',
                    true, '2026-03-01T08:01Z', '2026-03-02T08:00Z', 1)
                """).params(UUID.randomUUID(), decided).update();
        migrateTo("latest");
    }

    @Test
    void whatIsOpenIsCounted() {
        assertThat(texts("select queue || network_id || state || urgency || waiting || told from referral_tally"))
                .containsExactly("NEUROSURGERYmetroROUTEDURGENT10");
    }

    @Test
    void clocksStartAtTheReceiptThatIsKnown() {
        assertThat(texts("select extract(epoch from first_received_at - received_at)::int::text from assessment"))
                .containsExactly("0");
    }

    @Test
    void whatTheDecisionThatStandsHasAskedForIsKnown() {
        assertThat(texts("select asked::text from assessment"))
                .containsExactly(
                        "[{\"queue\": \"NEUROSURGERY\", \"rules\": [\"NEURO-2\"], \"primary\": true, \"urgency\": \"URGENT\"}]");
    }

    @Test
    void conflictsStandByBody() {
        assertThat(texts("select revision || body_hash || urgency from body_conflict order by 1"))
                .containsExactly("1cSOON", "1dURGENT", "2aROUTINE", "2bEMERGENCY");
    }

    @Test
    void patientsArePairedWithTheDecisionThatStandsAndStayErased() {
        assertThat(texts("""
                        select reference || coalesce(' of ' || assessment.body_hash, '')
                        from patient_reference left join assessment using (assessment_id, revision, received_at) order by 1
                        """)).containsExactly("p1 of b", "p2");
        assertThat(texts("select assessment_id::text from erased_patient")).containsExactly(erased.toString());
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(connections)
                .locations("classpath:db/migration", "classpath:db/outbox")
                .target(version)
                .load()
                .migrate();
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
