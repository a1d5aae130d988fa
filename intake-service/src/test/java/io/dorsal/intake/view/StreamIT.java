package io.dorsal.intake.view;

import static io.dorsal.intake.testing.SampleAssessments.anyBackPain;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.Urgency;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.EventStream;
import io.dorsal.intake.testing.EventStream.Event;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clinics follow what becomes of their assessments. */
@IntakeServiceTest
class StreamIT {

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource connections;

    private final TopicClient topics = new TopicClient();
    private ClinicClient north = ClinicClient.withToken(null, 0);
    private ClinicClient harbor = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
        harbor = ClinicClient.of("harbor", port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aChangeIsToldToItsClinicAsAReadShowsIt() {
        try (EventStream stream = EventStream.open(north, null);
                EventStream another = EventStream.open(harbor, null)) {
            stream.await(event -> event.name().equals("ready"));
            another.await(event -> event.name().equals("ready"));
            String id = north.submit(anyBackPain(), null).text("assessmentId");
            stream.await(event -> event.shows(id, "status", "SUBMITTED"));

            topics.send(
                    Topics.DECISIONS,
                    UUID.fromString(id),
                    SampleEvents.of(UUID.fromString(id)).decided(1, 4, Urgency.EMERGENCY));

            Event decided = stream.await(event -> event.shows(id, "status", "TRIAGED"));
            assertThat(decided.json()).isEqualTo(north.read(id).json());
            assertThat(decided.id()).matches("\\d+\\.\\d+");
            String own = harbor.submit(anyBackPain(), null).text("assessmentId");
            another.await(event -> event.shows(own, "status", "SUBMITTED"));
            assertThat(another.events()).noneMatch(event -> event.data().contains(id));
        }
    }

    @Test
    void aStreamGoesOnBehindTheEventThatWasSeenLast() {
        String seen;
        String first;
        try (EventStream stream = EventStream.open(north, null)) {
            stream.await(event -> event.name().equals("ready"));
            first = north.submit(anyBackPain(), null).text("assessmentId");
            seen = stream.await(event -> event.shows(first, "status", "SUBMITTED"))
                    .id();
        }
        String missed = north.submit(anyBackPain(), null).text("assessmentId");

        try (EventStream stream = EventStream.open(north, seen)) {
            stream.await(event -> event.shows(missed, "status", "SUBMITTED"));
            assertThat(stream.events()).noneMatch(event -> event.name().equals("resync"));
        }
    }

    @Test
    void whoStoppedAtAPlaceThatIsNoneReadsTheStateAnew() {
        try (EventStream stream = EventStream.open(north, "999999999999.1")) {
            stream.await(event -> event.name().equals("resync"));
        }
        try (EventStream stream = EventStream.open(north, "nonsense")) {
            stream.await(event -> event.name().equals("ready"));
        }
    }

    @Test
    void whatBeganEarlierAndEndsLaterIsNotPassedOver() throws SQLException {
        try (EventStream stream = EventStream.open(north, null);
                Connection slow = connections.getConnection();
                Statement statement = slow.createStatement()) {
            stream.await(event -> event.name().equals("ready"));
            String early = north.submit(anyBackPain(), null).text("assessmentId");
            stream.await(event -> event.shows(early, "status", "SUBMITTED"));
            int before = stream.events().size();
            slow.setAutoCommit(false);
            statement.execute("update assessment set erased = erased where assessment_id = '" + early + "'");

            String late = north.submit(anyBackPain(), null).text("assessmentId");
            slow.commit();

            stream.await(event -> event.shows(late, "status", "SUBMITTED"));
            assertThat(stream.events().subList(before, stream.events().size()))
                    .anyMatch(event -> event.shows(early, "status", "SUBMITTED"));
        }
    }

    @Test
    void aStreamSaysSoWhileTheDatabaseIsAwayAndGoesOnOnceItIsBack() {
        try (EventStream stream = EventStream.open(north, null)) {
            stream.await(event -> event.name().equals("ready"));

            CuttableDatabase.cut();

            stream.await(event -> event.name().equals("away"));
            try (EventStream refused = EventStream.open(north, null)) {
                assertThat(refused.status()).isEqualTo(503);
            }
            CuttableDatabase.restore();
            stream.await(event -> event.name().equals("back"));
        }
    }

    @Test
    void nobodyFollowsWithoutTheRoleForIt() {
        try (EventStream stream = EventStream.open(ClinicClient.withToken(null, port), null)) {
            assertThat(stream.status()).isEqualTo(401);
        }
    }
}
