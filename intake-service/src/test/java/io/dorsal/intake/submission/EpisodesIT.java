package io.dorsal.intake.submission;

import static io.dorsal.intake.testing.SampleAssessments.anyKey;
import static io.dorsal.intake.testing.SampleAssessments.anyPatient;
import static io.dorsal.intake.testing.SampleAssessments.backPain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Channel;
import io.dorsal.intake.IntakeMetrics;
import io.dorsal.intake.preview.PreviewRules;
import io.dorsal.intake.testing.ClinicClient;
import io.dorsal.intake.testing.CuttableDatabase;
import io.dorsal.intake.testing.IntakeServiceTest;
import io.dorsal.intake.testing.SampleEvents;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.topics.TopicClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** How often a patient was assessed before goes along with an assessment. */
@IntakeServiceTest
class EpisodesIT {

    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private UncountedAssessments uncounted;

    @Autowired
    private PreviewRules rules;

    @Autowired
    private AmendingAssessment amending;

    @Autowired
    private IntakeMetrics metrics;

    @Autowired
    private Clock clock;

    private final TopicClient topics = new TopicClient();
    private final String patient = anyPatient();
    private ClinicClient north = ClinicClient.withToken(null, 0);

    @BeforeEach
    void connect() {
        north = ClinicClient.of("north", port);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void eachAssessmentOfAPatientAtAClinicCountsThoseBeforeIt() {
        UUID first = submitted(north);
        UUID second = submitted(north);
        UUID elsewhere = submitted(ClinicClient.of("south", port));
        UUID third = submitted(north);

        assertThat(count(first)).isZero();
        assertThat(count(second)).isEqualTo(1);
        assertThat(count(third)).isEqualTo(2);
        assertThat(count(elsewhere)).isZero();
    }

    @Test
    void anAmendmentIsCountedAsTheAssessmentThatItAmends() {
        UUID first = submitted(north);
        north.amend(first.toString(), "\"1\"", backPain(patient, 5));
        UUID second = submitted(north);

        north.amend(first.toString(), "\"2\"", backPain(patient, 6));

        assertThat(count(second)).isEqualTo(1);
        assertThat(topics.events(Topics.ASSESSMENTS, first))
                .extracting(AssessmentSubmitted::getPreviousAssessments)
                .containsExactly(0, 0, 0);
    }

    @Test
    void syntheticOnesAndThoseOfLongAgoAreNotCounted() {
        UUID longAgo = UUID.randomUUID();
        UUID synthetic = UUID.randomUUID();
        told(longAgo, SampleEvents.of(longAgo).submitted(1, 4));
        told(
                synthetic,
                AssessmentSubmitted.newBuilder(SampleEvents.of(synthetic).submitted(1, 4))
                        .setReceivedAt(clock.instant().minus(Duration.ofDays(1)))
                        .setSynthetic(true)
                        .build());

        assertThat(count(submitted(north))).isZero();
    }

    @Test
    void aRepeatTellsTheSameCount() {
        String key = anyKey();
        UUID id = UUID.fromString(north.submit(backPain(patient, 4), key).text("assessmentId"));

        assertThat(jdbc.queryForObject(
                        "select previous_assessments from reservation where assessment_id = ?", Integer.class, id))
                .isEqualTo(count(id));
    }

    @Test
    void whatCouldNotBeCountedIsAmendedOnceByIntakeWhereTheCountMatters() {
        submitted(north);
        submitted(north);
        CuttableDatabase.cut();
        UUID third = accepted(north, backPain(patient, 4));
        CuttableDatabase.restore();
        CuttableDatabase.awaitNoBrokenConnections();

        List<CompletableFuture<Void>> more = Stream.generate(this::countingAgain)
                .limit(2)
                .map(CompletableFuture::runAsync)
                .toList();
        more.forEach(counting -> await().until(counting::isDone));
        await().atMost(CATCHING_UP)
                .until(() -> topics.events(Topics.ASSESSMENTS, third).size() > 1);

        List<AssessmentSubmitted> revisions =
                topics.events(Topics.ASSESSMENTS, third).stream().distinct().toList();
        assertThat(revisions)
                .extracting(AssessmentSubmitted::getRevision, AssessmentSubmitted::getPreviousAssessments)
                .containsExactly(tuple(1, null), tuple(2, 2));
        assertThat(revisions.getLast().getBodyHash())
                .isEqualTo(revisions.getFirst().getBodyHash());
        await().atMost(CATCHING_UP).until(() -> isSettled(third));
        countingAgain().run();
        assertThat(topics.events(Topics.ASSESSMENTS, third).stream().distinct()).hasSize(2);
    }

    @Test
    void whatIntakeAmendsCameInAsItFirstDid() {
        submitted(north);
        submitted(north);
        UUID third = UUID.randomUUID();

        told(
                third,
                AssessmentSubmitted.newBuilder(SampleEvents.of(third).submitted(1, 4))
                        .setReceivedAt(clock.instant())
                        .setChannel(Channel.WEB_FORM)
                        .setPreviousAssessments(null)
                        .build());

        List<AssessmentSubmitted> revisions = await().atMost(CATCHING_UP)
                .until(() -> topics.events(Topics.ASSESSMENTS, third), events -> events.size() > 1);
        assertThat(revisions).extracting(AssessmentSubmitted::getChannel).containsOnly(Channel.WEB_FORM);
    }

    @Test
    void whatCouldNotBeCountedIsLeftAsItIsWhereTheCountDoesNotMatter() {
        submitted(north);
        CuttableDatabase.cut();
        UUID second = accepted(north, backPain(patient, 4));
        CuttableDatabase.restore();
        CuttableDatabase.awaitNoBrokenConnections();

        await().atMost(CATCHING_UP).until(() -> isClaimed(second));

        assertThat(topics.events(Topics.ASSESSMENTS, second)).hasSize(1);
        assertThat(isSettled(second)).isFalse();
        jdbc.update("update uncounted set since = now() - interval '11 minutes', claimed_at = null");
        await().atMost(CATCHING_UP).until(() -> isSettled(second));
        assertThat(topics.events(Topics.ASSESSMENTS, second)).hasSize(1);
    }

    private Runnable countingAgain() {
        return new CountingAgain(uncounted, new EpisodeRules(rules::engine), amending, metrics, clock)::count;
    }

    private UUID submitted(ClinicClient clinic) {
        UUID id = accepted(clinic, backPain(patient, 4));
        await().until(() -> clinic.read(id.toString()).status() == 200);
        return id;
    }

    private static UUID accepted(ClinicClient clinic, String body) {
        return UUID.fromString(clinic.submit(body, null).text("assessmentId"));
    }

    private void told(UUID id, AssessmentSubmitted event) {
        topics.send(Topics.PATIENTS, id, SampleEvents.of(id).referenced(1, patient));
        topics.send(Topics.ASSESSMENTS, id, event);
        await().until(() -> north.read(id.toString()).shows("patientReference", patient));
    }

    private @Nullable Integer count(UUID id) {
        return topics.events(Topics.ASSESSMENTS, id).getFirst().getPreviousAssessments();
    }

    private boolean isSettled(UUID id) {
        return rows("select count(*) from uncounted where assessment_id = ?", id) == 0;
    }

    private boolean isClaimed(UUID id) {
        return rows("select count(*) from uncounted where assessment_id = ? and claimed_at is not null", id) == 1;
    }

    private int rows(String sql, UUID id) {
        Integer count = jdbc.queryForObject(sql, Integer.class, id);
        return count == null ? 0 : count;
    }
}
