package io.dorsal.rules.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.assessment.Assessment;
import io.dorsal.rules.yaml.VocabularyYaml;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssessmentJsonTest {
    private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");
    private static final String PAIN = "\"pain\":{\"regions\":[\"LUMBAR\"],\"severity\":4,\"durationDays\":10}";
    private static final String PATIENT = "\"patient\":{\"reference\":\"p-1\",\"ageYears\":40}";

    private final AssessmentJson json = new AssessmentJson(VocabularyYaml.vocabulary());

    @Test
    void readsTheSmallestAssessment() {
        Assessment assessment = accepted("{" + PATIENT + "," + PAIN + "}");

        assertThat(assessment.patientReference()).isEqualTo("p-1");
        assertThat(assessment.assessedAt()).isNull();
        assertThat(text(json.write(assessment))).isEqualTo("{" + PATIENT + "," + PAIN + "}");
    }

    @Test
    void readsNullAsNotAnswered() {
        String body = "{" + PATIENT + "," + PAIN + ",\"neuro\":null,\"systemic\":{\"fever\":null},\"assessedAt\":null}";

        assertThat(accepted(body)).isEqualTo(accepted("{" + PATIENT + "," + PAIN + "}"));
    }

    @Test
    void mergesDuplicatesInASetAndKeepsAnEmptyOne() {
        Assessment assessment = accepted("{" + PATIENT
                + ",\"pain\":{\"regions\":[\"LUMBAR\",\"CERVICAL\",\"LUMBAR\"],\"severity\":4,\"durationDays\":10,"
                + "\"radiation\":[]}}");

        assertThat(text(json.writeAnswers(assessment.answers())))
                .isEqualTo("{\"patient\":{\"ageYears\":40},\"pain\":{\"regions\":[\"CERVICAL\",\"LUMBAR\"],"
                        + "\"severity\":4,\"durationDays\":10,\"radiation\":[]}}");
    }

    @Test
    void readsAnAssessmentWithTheKeyOfItsSender() {
        String assessment = "{" + PATIENT + "," + PAIN + "}";

        KeyedReading keyed = keyed("{\"idempotencyKey\":\"k\",\"assessment\":" + assessment + "}");
        KeyedReading keyless = keyed("{\"assessment\":" + assessment + ",\"idempotencyKey\":null}");

        assertThat(keyed.key()).isEqualTo("k");
        assertThat(keyed.reading()).isEqualTo(new Reading.Accepted(accepted(assessment)));
        assertThat(keyless.key()).isNull();
        assertThat(keyless.reading()).isEqualTo(keyed.reading());
    }

    @Test
    void namesEveryProblemOfALineAtOnce() {
        String line = "{\"idempotencyKey\":4,\"more\":{},\"assessment\":{" + PAIN + "},\"assessment\":{}}";

        assertThat(keyed(line).reading())
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.problems().stream().map(FieldProblem::path))
                                .containsExactly(
                                        "idempotencyKey",
                                        "more",
                                        "assessment",
                                        "patient.reference",
                                        "patient.ageYears"));
        assertThat(keyed("{}").reading()).isInstanceOf(Reading.Invalid.class);
        assertThat(keyed("[]").reading()).isInstanceOf(Reading.Malformed.class);
        assertThat(keyed("{\"assessment\":[").reading()).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void namesEveryProblemAtOnce() {
        String body = "{\"patient\":{\"ageYears\":121,\"shoeSize\":43},\"pain\":{\"regions\":[],\"severity\":5.0,"
                + "\"course\":\"BAD\",\"unremitting\":\"yes\",\"radiation\":[\"LEG\",7]},\"nuero\":{},\"systemic\":4}";

        assertThat(problems(body).stream().map(FieldProblem::path))
                .containsExactly(
                        "patient.ageYears",
                        "patient.shoeSize",
                        "pain.regions",
                        "pain.severity",
                        "pain.course",
                        "pain.unremitting",
                        "pain.radiation",
                        "nuero",
                        "systemic",
                        "patient.reference",
                        "pain.durationDays");
    }

    @Test
    void saysWhatIsAllowed() {
        assertThat(problems("{" + PATIENT + "," + PAIN + ",\"neuro\":{\"bladder\":\"WET\"}}"))
                .containsExactly(new FieldProblem("neuro.bladder", "must be one of NORMAL, RETENTION, INCONTINENCE"));
    }

    @Test
    void asksForAllRequiredFieldsOfAnEmptyObject() {
        assertThat(problems("{}").stream().map(FieldProblem::path))
                .containsExactly(
                        "patient.reference", "patient.ageYears", "pain.regions", "pain.severity", "pain.durationDays");
        assertThat(problems("{}").getLast().message())
                .isEqualTo("is required and must be a whole number from 0 to 36500");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"5.0", "5e0", "\"5\"", "true", "[5]", "{}", "11", "-1", "4294967296", "99999999999999999999"})
    void refusesWhatIsNoWholeNumberInRange(String severity) {
        String body = "{" + PATIENT + ",\"pain\":{\"regions\":[\"LUMBAR\"],\"severity\":" + severity
                + ",\"durationDays\":10}}";

        assertThat(problems(body))
                .containsExactly(new FieldProblem("pain.severity", "must be a whole number from 0 to 10"));
    }

    @Test
    void survivesHugeNumbers() {
        String digits = "9".repeat(60_000);

        assertThat(problems("{" + PATIENT + "," + PAIN + ",\"treatment\":{\"weeks\":" + digits + "}}"))
                .containsExactly(new FieldProblem("treatment.weeks", "must be a whole number from 0 to 5200"));
        assertThat(problems("{" + PATIENT + "," + PAIN + ",\"treatment\":{\"weeks\":1e999999999}}"))
                .containsExactly(new FieldProblem("treatment.weeks", "must be a whole number from 0 to 5200"));
    }

    @Test
    void refusesDuplicateMembers() {
        assertThat(problems("{" + PATIENT + "," + PAIN + "," + PAIN + "}"))
                .containsExactly(new FieldProblem("pain", "must not be given more than once"));
        assertThat(problems("{" + PATIENT + "," + PAIN
                        + ",\"systemic\":{\"fever\":null,\"fever\":true},\"assessedAt\":null,\"assessedAt\":null}"))
                .containsExactly(
                        new FieldProblem("systemic.fever", "must not be given more than once"),
                        new FieldProblem("assessedAt", "must not be given more than once"));
    }

    @Test
    void repeatsOnlyHarmlessNames() {
        String longName = "x".repeat(65);
        String body =
                "{" + PATIENT + "," + PAIN + ",\"Jane Doe\":1,\"" + longName + "\":1,\"a\\u0000b\":1,\"ok_1.-\":1}";

        assertThat(problems(body).stream().map(FieldProblem::path)).containsExactly("(unreadable name)", "ok_1.-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0000b", "\\ud800", "\\udc00x", "\\ud800\\ud800", ""})
    void refusesReferencesThatNoStoreCanKeep(String reference) {
        String body = "{\"patient\":{\"reference\":\"" + reference + "\",\"ageYears\":40}," + PAIN + "}";

        assertThat(problems(body).stream().map(FieldProblem::path)).containsExactly("patient.reference");
    }

    @Test
    void countsCharactersOfAReferenceAndNotItsBytes() {
        String body = "{\"patient\":{\"reference\":\"%s\",\"ageYears\":40}," + PAIN + "}";

        assertThat(accepted(body.formatted("😀".repeat(64))).patientReference()).hasSize(128);
        assertThat(problems(body.formatted("😀".repeat(65)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-14T09:26:53Z", "2026-03-14T10:26:53+01:00", "1999-12-31T23:59:59.999999-11:30"})
    void takesTimesUpToNow(String time) {
        assertThat(accepted("{" + PATIENT + "," + PAIN + ",\"assessedAt\":\"" + time + "\"}")
                        .assessedAt())
                .isBeforeOrEqualTo(NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-03-14T09:26:53.000001Z\"",
                "\"2026-03-14T09:26:53\"",
                "\"2026-03-14\"",
                "\"+10000-01-01T00:00:00Z\"",
                "\"-0044-03-15T00:00:00Z\"",
                "\"2026-02-30T00:00:00Z\"",
                "\"\"",
                "1773480413",
                "[]",
                "{\"a\":1}"
            })
    void refusesOtherTimes(String time) {
        assertThat(problems("{" + PATIENT + "," + PAIN + ",\"assessedAt\":" + time + "}").stream()
                        .map(FieldProblem::path))
                .containsExactly("assessedAt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "{",
                "null",
                "[]",
                "4",
                "\"x\"",
                "{\"a\":1} {}",
                "{} 1",
                "{}}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":\"\u0000\"}",
                "\u0000",
                "\uFEFF{}",
                "// {}",
                "{\"pain\":[}",
                "{\"a\":\"\\x\"}"
            })
    void refusesWhatIsNotOneJsonObject(String body) {
        assertThat(json.read(body.getBytes(UTF_8), NOW)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(json.read("{}".getBytes(StandardCharsets.UTF_16LE), NOW)).isInstanceOf(Reading.Malformed.class);
        assertThat(json.read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}, NOW))
                .isEqualTo(new Reading.Malformed("The body is not valid UTF-8."));
        assertThat(json.read(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'}, NOW))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void refusesDeepNesting() {
        String body = "{\"a\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";

        assertThat(json.read(body.getBytes(UTF_8), NOW)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void neverRepeatsAnAnswer() {
        String body = "{\"patient\":{\"reference\":\"" + "SECRET".repeat(20)
                + "\",\"ageYears\":\"SECRET\"},\"pain\":\"SECRET\"}";

        assertThat(problems(body).toString()).doesNotContain("SECRET");
        assertThat(json.read("{\"pain\":SECRET}".getBytes(UTF_8), NOW).toString())
                .doesNotContain("SECRET");
    }

    private Assessment accepted(String body) {
        Reading reading = json.read(body.getBytes(UTF_8), NOW);
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).assessment();
    }

    private List<FieldProblem> problems(String body) {
        Reading reading = json.read(body.getBytes(UTF_8), NOW);
        assertThat(reading).isInstanceOf(Reading.Invalid.class);
        return ((Reading.Invalid) reading).problems();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private KeyedReading keyed(String line) {
        return json.readKeyed(line.getBytes(UTF_8), NOW);
    }
}
