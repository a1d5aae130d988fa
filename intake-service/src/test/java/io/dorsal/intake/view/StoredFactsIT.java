package io.dorsal.intake.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SomeFacts;
import io.dorsal.intake.view.Fact.Referenced;
import io.dorsal.intake.view.Fact.ReferralChanged;
import io.dorsal.kit.messaging.FailureKind;
import io.dorsal.rules.decision.Urgency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored of facts is those facts again. */
@IntakeServiceTest
class StoredFactsIT {

    private static final Logger LOG = LoggerFactory.getLogger(StoredFactsIT.class);
    private static final int ASSESSMENTS = 30;

    @Autowired
    private Views views;

    @Autowired
    private ReadingAssessments reading;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void factsThatWereStoredInAnyPortionsAndOrderGiveTheViewThatTheyGiveInMemory() {
        long seed = new Random().nextLong();
        LOG.info("The seed of this test is {}", seed);
        Random random = new Random(seed);

        JqwikSession.run(() -> {
            for (int number = 0; number < ASSESSMENTS; number++) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                RandomGenerator<List<Fact>> some = SomeFacts.about(id).any().generator(1_000);
                List<Fact> facts = some.next(random).value();

                store(facts, random);

                assertStored(AssessmentView.unknown(id).withAll(facts));
            }
        });
    }

    /** Else the poll that brought it would be repeated for ever. */
    @Test
    void dataThatTheDatabaseCannotTakeAreNoOutage() {
        UUID referral = UUID.randomUUID();
        String incompressible = new Random()
                .ints(5_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertIsNoOutage(List.of(referral(referral), referral(referral)));
        assertIsNoOutage(List.of(new Referenced(UUID.randomUUID(), 1, Instant.EPOCH, incompressible)));
        assertIsNoOutage(List.of(new Referenced(UUID.randomUUID(), 1, Instant.EPOCH, "nul\0")));
    }

    private void assertIsNoOutage(List<Fact> facts) {
        assertThatThrownBy(() -> views.fold(facts))
                .satisfies(failure -> assertThat(FailureKind.of(failure)).isEqualTo(FailureKind.BUG));
    }

    private static Fact referral(UUID id) {
        return new ReferralChanged(
                UUID.randomUUID(), id, 1, 1, "X", Urgency.SOON, true, "ROUTED", null, null, null, null, null, null);
    }

    private void store(List<Fact> facts, Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        while (!shuffled.isEmpty()) {
            int portion = 1 + random.nextInt(shuffled.size());
            views.fold(List.copyOf(shuffled.subList(0, portion)));
            // Some come again with the next portion, as after a crash before the commit of their offsets.
            shuffled.subList(0, Math.max(1, portion - random.nextInt(portion + 1)))
                    .clear();
        }
    }

    private void assertStored(AssessmentView view) {
        boolean hasClinic = view.origin().isPresent();
        assertThat(reading.find(SomeFacts.CLINIC, view.assessmentId()))
                .isEqualTo(hasClinic ? Optional.of(view) : Optional.empty());
        Standing standing = Standing.of(view);
        assertThat(waits(view.assessmentId()))
                .isEqualTo(Stream.of(Stage.values())
                        .filter(stage -> standing.waitingSince(stage).isPresent())
                        .collect(Collectors.toSet()));
        assertThat(jdbc.queryForMap(
                        "select status, revision, conflicting, patient_reference, network_id from assessment where"
                                + " assessment_id = ?",
                        view.assessmentId()))
                .containsEntry("status", standing.status().name())
                .containsEntry("revision", standing.revision())
                .containsEntry("conflicting", standing.hasConflict())
                .containsEntry("patient_reference", standing.patientReference().orElse(null))
                .containsEntry(
                        "network_id", view.origin().map(Origin::networkId).orElse(null));
    }

    private Set<Stage> waits(UUID id) {
        Map<Stage, String> columns = Map.of(
                Stage.DECISION, "undecided_since",
                Stage.ALERT, "unalerted_since",
                Stage.ACKNOWLEDGEMENT, "unacknowledged_since");
        Map<String, @Nullable Object> row = jdbc.queryForMap("select * from assessment where assessment_id = ?", id);
        return columns.keySet().stream()
                .filter(stage -> row.get(columns.get(stage)) != null)
                .collect(Collectors.toSet());
    }
}
