package io.dorsal.platform.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.decision.UrgencyChange;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.yaml.Rulesets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportsTest {

    private static final UUID EMERGENCY = UUID.fromString("018f2b1e-7c00-7000-8000-000000000001");
    private static final UUID SOON = UUID.fromString("018f2b1e-7c00-7000-8000-000000000002");
    private static final UUID ROUTINE = UUID.fromString("018f2b1e-7c00-7000-8000-000000000003");
    private static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");
    private static final Ruleset RULESET = Rulesets.active();

    @TempDir
    private Path directory;

    private final Tally tally = new Tally();
    private Lists lists = Lists.below(Path.of("target"));

    @BeforeEach
    void aReplay() {
        lists.close();
        lists = Lists.below(directory);
        found(SOON, 1, new UrgencyChange(Urgency.SOON, Urgency.ROUTINE, List.of("CANCER-7")));
        found(EMERGENCY, 2, new UrgencyChange(Urgency.EMERGENCY, Urgency.SOON, List.of("CES-1", "CANCER-3")));
        found(ROUTINE, 1, new UrgencyChange(Urgency.ROUTINE, Urgency.SOON, List.of("NEW-1")));
        tally.compared(FIRST);
        tally.sameUrgencyByOtherRules();
        tally.synthetic();
        tally.ruleFailed("NEW-2");
        tally.unreadable();
        lists.add(new UnreadableRecord("intake.assessments.v1", 3, 17, "CORRUPT"));
        lists.finish();
    }

    @AfterEach
    void close() {
        lists.close();
    }

    private void found(UUID id, int revision, UrgencyChange change) {
        tally.compared(FIRST.plusSeconds(tally.comparedCases() + 1));
        tally.changed(change);
        if (change.isLowered()) {
            lists.add(Transition.of(change), LoweredCase.of(id, revision, change));
        }
    }

    @Test
    void theOneForPeopleCountsAndListsEveryCaseThatWouldBeLowered() throws IOException {
        Path file = directory.resolve("report.md");

        new MarkdownReport(subject(), tally, lists).write(file);

        assertThat(Files.readString(file))
                .contains(
                        "# Replay of the ruleset " + RULESET.version(),
                        "| assessments received | from 2026-11-01T00:00:00Z to the end |",
                        "| the first of them | 2026-11-01T08:00:00Z |",
                        "| the last of them | 2026-11-01T08:00:03Z |",
                        "| compared | 4 |",
                        "| **would change** | 3 |",
                        "| would be raised | 1 |",
                        "| **would be lowered** | 2 |",
                        "| **of them emergencies** | 1 |",
                        "| same urgency by other rules | 1 |",
                        "| records that could not be read | 1 |",
                        "| EMERGENCY | – | 0 | 1 | 0 | 0 |",
                        "| CES-1 | EMERGENCY | SOON | 1 |",
                        "- NEW-2: 1",
                        "### From EMERGENCY to SOON: 1\n- `" + EMERGENCY + "`, revision 2: CES-1, CANCER-3",
                        "### From SOON to ROUTINE: 1\n- `" + SOON + "`, revision 1: CANCER-7",
                        "- intake.assessments.v1, partition 3, offset 17: CORRUPT")
                .doesNotContain(ROUTINE.toString());
    }

    @Test
    void theOneForProgramsSaysTheSame() throws IOException {
        Path file = directory.resolve("report.json");

        new JsonReport(subject(), tally, lists).write(file);

        JsonNode json = new JsonMapper().readTree(Files.readString(file));
        assertThat(json.path("candidate").path("hash").asString()).isEqualTo(RULESET.hash());
        assertThat(json.path("from").asString()).isEqualTo("2026-11-01T00:00:00Z");
        assertThat(json.has("to")).isFalse();
        assertThat(List.of(
                        json.path("compared").asInt(),
                        json.path("changed").asInt(),
                        json.path("raised").asInt(),
                        json.path("lowered").asInt(),
                        json.path("loweredEmergencies").asInt(),
                        json.path("sameUrgencyByOtherRules").asInt(),
                        json.path("synthetic").asInt(),
                        json.path("unreadable").asInt()))
                .containsExactly(4, 3, 1, 2, 1, 1, 1, 1);
        assertThat(json.path("changes").path(0).toString())
                .isEqualTo("{\"from\":\"EMERGENCY\",\"to\":\"SOON\",\"assessments\":1}");
        assertThat(json.path("rules").findValuesAsString("rule")).containsExactly("CANCER-7", "CES-1", "NEW-1");
        assertThat(json.path("loweredCases").path(0).toString())
                .isEqualTo("{\"assessmentId\":\"" + EMERGENCY + "\",\"revision\":2,\"from\":\"EMERGENCY\","
                        + "\"to\":\"SOON\",\"rules\":[\"CES-1\",\"CANCER-3\"]}");
        assertThat(json.path("loweredCases").size()).isEqualTo(2);
        assertThat(json.path("unreadableRecords").path(0).toString())
                .isEqualTo(
                        "{\"topic\":\"intake.assessments.v1\",\"partition\":3,\"offset\":17,\"reason\":\"CORRUPT\"}");
    }

    private static Subject subject() {
        return new Subject(Range.of("2026-11-01", null), RULESET, RULESET);
    }
}
