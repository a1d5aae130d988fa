package io.dorsal.platform.launcher;

import static io.dorsal.platform.replay.PastAssessments.CAUDA_EQUINA;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.events.AssessmentSubmitted;
import io.dorsal.events.Lane;
import io.dorsal.platform.client.BrokerConnection;
import io.dorsal.platform.replay.PastAssessments;
import io.dorsal.schemas.topics.Topics;
import io.dorsal.testsupport.platform.TestPlatform;
import io.dorsal.testsupport.rulesets.CandidateRuleset;
import io.dorsal.testsupport.topics.TopicClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each test has a day of its own in the history of one broker. */
class ReplayIT {

    private static final Instant FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z");
    private static final String CANCER_LONG_AGO = "D41"; // SOON by CANCER-7 alone
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final PastAssessments PAST = new PastAssessments();

    private final Instant day = FIRST_DAY.plus(Duration.ofDays(DAYS.getAndAdd(2)));
    private final Instant nextDay = day.plus(Duration.ofDays(1));
    private final TopicClient topics = new TopicClient();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @TempDir
    private Path reports;

    @BeforeEach
    void copy() {
        CandidateRuleset.copiedTo(folder);
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aCandidateThatLowersAnEmergencyEndsWith3AndEveryCaseIsListedByItsId() throws IOException {
        candidate().withUrgency("emergency.yaml", "CES-1", "URGENT");
        Set<String> lowered =
                Set.of(send(CAUDA_EQUINA, 1, day, Lane.INTERACTIVE), send(CAUDA_EQUINA, 2, day, Lane.BULK));
        int all = 2 + sendEveryOtherCase() + sendEveryOtherCase() + sendEveryOtherCase();

        int code = replayOfTheDay();

        JsonNode json = report();
        assertThat(code).isEqualTo(3);
        assertThat(json.path("compared").asInt()).isEqualTo(all);
        assertThat(json.path("loweredEmergencies").asInt()).isEqualTo(2);
        assertThat(json.path("loweredCases").findValuesAsString("assessmentId"))
                .containsExactlyInAnyOrderElementsOf(lowered);
        assertThat(Files.readString(reports.resolve("candidate/report.md"))).contains(lowered);
        assertThat(out.toString())
                .contains("of them 2 emergencies", reports.resolve("candidate").toString());
        assertThat(reports.resolve("candidate")).isDirectoryContaining("glob:**/report.md");
        try (var files = Files.list(reports.resolve("candidate"))) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void aCandidateThatLowersNoEmergencyEndsWith0() throws IOException {
        candidate().withUrgency("soon.yaml", "CANCER-6", "ROUTINE");
        int all = sendEveryOtherCase();

        int code = replayOfTheDay();

        assertThat(code).isZero();
        assertThat(report().path("compared").asInt()).isEqualTo(all);
        assertThat(report().path("loweredEmergencies").asInt()).isZero();
    }

    @Test
    void onlyWhatWasReceivedInTheRangeIsReplayed() throws IOException {
        candidate().withUrgency("emergency.yaml", "CES-1", "URGENT");
        send(CAUDA_EQUINA, 1, day.minusMillis(1), Lane.INTERACTIVE);
        String first = send(CAUDA_EQUINA, 1, day, Lane.INTERACTIVE);
        String last = send(CAUDA_EQUINA, 1, nextDay.minusMillis(1), Lane.INTERACTIVE);
        send(CAUDA_EQUINA, 1, nextDay, Lane.INTERACTIVE);

        replayOfTheDay();

        assertThat(report().path("loweredCases").findValuesAsString("assessmentId"))
                .containsExactlyInAnyOrder(first, last);
    }

    @Test
    void aRecordThatIsNoAssessmentIsListedAndTheOthersAreReplayed() throws IOException {
        UUID broken = UUID.randomUUID();
        UUID impossible = UUID.randomUUID();
        AssessmentSubmitted tooSevere = AssessmentSubmitted.newBuilder(
                        PAST.event(CAUDA_EQUINA, impossible, 1, day, Lane.BULK))
                .build();
        tooSevere.getAnswers().getPain().put("severity", 11);
        topics.send(Topics.ASSESSMENTS_BULK, impossible, tooSevere);
        topics.send(Topics.ASSESSMENTS.name(), broken.toString(), new byte[] {1});
        send(CAUDA_EQUINA, 1, day, Lane.INTERACTIVE);

        int code = replayOfTheDay();

        ConsumerRecord<String, byte[]> record =
                topics.records(Topics.ASSESSMENTS.name(), broken).getFirst();
        assertThat(code).isZero();
        assertThat(report().path("compared").asInt()).isEqualTo(1);
        assertThat(Files.readString(reports.resolve("candidate/report.md")))
                .contains("- intake.assessments.v1, partition %d, offset %d: NOT_SINGLE_OBJECT"
                        .formatted(record.partition(), record.offset()))
                .contains("- intake.assessments-bulk.v1, partition ", ": IMPOSSIBLE_ANSWERS");
        assertThat(out.toString()).contains("records could not be read");
    }

    @Test
    void aRangeWithoutAssessmentsIsSaidToBeSo() {
        assertThat(replayOfTheDay()).isZero();
        assertThat(out.toString()).contains("There are no assessments in that range");
    }

    @Test
    void theReportGoesWhereItIsAskedFor() {
        send(CAUDA_EQUINA, 1, day, Lane.INTERACTIVE);

        replay(
                "--ruleset",
                folder.toString(),
                "--from",
                day.toString(),
                "--out",
                reports.resolve("x/y").toString());

        assertThat(reports.resolve("x/y/report.md")).exists();
    }

    @Test
    void networksAreComparedUnderTheirPolicies(@TempDir Path policies) throws IOException {
        candidate().withUrgency("soon.yaml", "CANCER-7", "ROUTINE");
        Files.writeString(policies.resolve("metro.yaml"), """
                network: metro
                version: 1
                urgencies: [{rule: CANCER-7, urgency: URGENT, why: Seen within days., approvedBy: A. Lead}]
                """);
        send(CANCER_LONG_AGO, 1, day, Lane.INTERACTIVE);

        replayOfTheDay();
        assertThat(report().path("lowered").asInt()).isEqualTo(1);
        replayOfTheDay("--policies", policies.toString());

        assertThat(report().path("compared").asInt()).isEqualTo(1);
        assertThat(report().path("changed").asInt()).isZero();
    }

    @Test
    void aPolicyThatDoesNotGoWithARulesetIsRefused(@TempDir Path policies) throws IOException {
        Files.writeString(policies.resolve("metro.yaml"), """
                network: metro
                version: 1
                urgencies: [{rule: CES-99, urgency: EMERGENCY, why: x, approvedBy: A. Lead}]
                """);

        assertThat(replayOfTheDay("--policies", policies.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("the policies of networks are refused:", "metro.yaml", "CES-99");
    }

    @Test
    void aBrokenCandidateIsRefusedWithEveryDefect() {
        candidate().with("cases/soon.yaml", "CANCER-5:", "CANCER-55:");

        assertThat(replayOfTheDay()).isEqualTo(2);
        assertThat(err.toString())
                .contains("the ruleset is refused:")
                .contains("rules/soon.yaml, CANCER-5: has no firing case")
                .contains("cases/soon.yaml, CANCER-55: cases of no rule");
        assertThat(reports).isEmptyDirectory();
    }

    @Test
    void aFolderThatThereIsNotIsRefused() {
        assertThat(replay("--ruleset", "none")).isEqualTo(2);
        assertThat(err.toString()).contains("no such folder");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        assertThat(replay("--ruleset", folder.toString(), "--from", "2026-11-02", "--to", "2026-11-01"))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("dorsal: --from 2026-11-02T00:00:00Z is after --to 2026-11-01T00:00:00Z\n");
    }

    @Test
    void aBrokerThatDoesNotAnswerEndsItInOneLine() {
        Map<String, Object> away = new HashMap<>(BrokerConnection.to(1));
        away.put("default.api.timeout.ms", "500");
        away.put("request.timeout.ms", "500");

        int code = launcher(new Replay(console(), () -> away, () -> reports)).execute("--ruleset", folder.toString());

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("dorsal: the broker does not answer")
                .hasLineCount(1);
        assertThat(reports).isEmptyDirectory();
    }

    private CandidateRuleset candidate() {
        return new CandidateRuleset(folder);
    }

    /** Every case but that one, on both lanes; how many. */
    private int sendEveryOtherCase() {
        int sent = 0;
        for (String name : PAST.cases()) {
            if (!name.equals(CAUDA_EQUINA)) {
                send(name, 1, day.plusSeconds(sent), sent % 3 == 0 ? Lane.BULK : Lane.INTERACTIVE);
                sent++;
            }
        }
        return sent;
    }

    private String send(String name, int revision, Instant receivedAt, Lane lane) {
        UUID id = UUID.randomUUID();
        topics.send(
                lane == Lane.BULK ? Topics.ASSESSMENTS_BULK : Topics.ASSESSMENTS,
                id,
                PAST.event(name, id, revision, receivedAt, lane));
        return id.toString();
    }

    private int replayOfTheDay(String... more) {
        return replay(Stream.concat(
                        Stream.of("--ruleset", folder.toString(), "--from", day.toString(), "--to", nextDay.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private int replay(String... options) {
        return launcher(new Replay(
                        console(), () -> Map.of("bootstrap.servers", TestPlatform.bootstrapServers()), () -> reports))
                .execute(options);
    }

    private CommandLine launcher(Replay replay) {
        return Launcher.telling(new CommandLine(replay), console());
    }

    private Console console() {
        return new Console(new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private JsonNode report() throws IOException {
        return new JsonMapper().readTree(Files.readString(reports.resolve("candidate/report.json")));
    }
}
