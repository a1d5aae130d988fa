package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.safety.BrokenGoldCases;
import io.dorsal.rules.safety.GoldSet;
import io.dorsal.rules.safety.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldFilesTest {
    private static final String ANSWERS =
            "{patient.ageYears: 30, pain.regions: [LUMBAR], pain.severity: 5, pain.durationDays: 6}";

    @TempDir
    Path folder;

    @Test
    void readsCasesAndPairsWithTheOriginOfTheirFile() throws IOException {
        write("a.yaml", """
                origin: {kind: own, source: us}
                cases:
                  - {id: A, story: An ache., answers: %s, accepted: [SOON, URGENT], note: None.}
                  - id: B
                    story: Another.
                    answers: %s
                    accepted: [SOON]
                    origin: {kind: independent, source: A journal, at: 'https://example.org'}
                pairs:
                  - {id: C, story: Fever., answers: %s, urgency: SOON, but: {systemic.fever: true}, then: EMERGENCY}
                """.formatted(ANSWERS, ANSWERS, ANSWERS));

        GoldSet gold = GoldFiles.read(folder);

        assertThat(gold.cases()).hasSize(2);
        assertThat(gold.cases().getFirst().accepted()).containsExactly(Urgency.SOON, Urgency.URGENT);
        assertThat(gold.cases().getLast().origin())
                .isEqualTo(new Origin(Origin.Kind.INDEPENDENT, "A journal, https://example.org"));
        assertThat(gold.pairs().getFirst().urgencyOfOther()).isEqualTo(Urgency.EMERGENCY);
    }

    @Test
    void namesAllThatIsWrongByFileAndCase() throws IOException {
        write("a.yaml", """
                cases:
                  - {id: A, story: ' ', answers: %s, accepted: [LATER]}
                  - {id: B, story: An ache., answers: {patient.ageYears: 30, pain.colour: RED}, accepted: []}
                  - {id: C, story: An ache., answers: %s, accepted: [SOON], origin: {kind: independent, source: A journal}}
                pairs:
                  - {id: D, story: None., answers: %s, urgency: SOON, but: {pain.severity: 5}, then: SOON, origin: {kind: own, source: us}}
                """.formatted(ANSWERS, ANSWERS, ANSWERS));
        write("b.yaml", "cases: [");

        assertThatThrownBy(() -> GoldFiles.read(folder))
                .isInstanceOf(BrokenGoldCases.class)
                .hasMessageContaining("a.yaml, A: story must be a text")
                .hasMessageContaining("a.yaml, A: unknown accepted: LATER")
                .hasMessageContaining("a.yaml, A: needs an origin")
                .hasMessageContaining("a.yaml, B: unknown answer path: pain.colour")
                .hasMessageContaining("a.yaml, B: answers needs an answer to pain.severity")
                .hasMessageContaining("a.yaml, B: accepted names no urgency")
                .hasMessageContaining("a.yaml, C: at must be a text")
                .hasMessageContaining("a.yaml, D: but changes nothing")
                .hasMessageContaining("b.yaml: unreadable at line");
    }

    @Test
    void namesWhatIsMissingOrThereTwice() throws IOException {
        assertThatThrownBy(() -> GoldFiles.read(folder.resolve("none"))).hasMessageContaining("no such file or folder");
        assertThatThrownBy(() -> GoldFiles.read(folder)).hasMessageContaining("no gold cases");
        String one =
                "origin: {kind: own, source: us}\ncases:\n  - {id: A, story: An ache., answers: %s, accepted: [SOON]}\n"
                        .formatted(ANSWERS);
        write("a.yaml", one);
        write("b.yaml", one);
        assertThatThrownBy(() -> GoldFiles.read(folder)).hasMessageContaining("b.yaml, A: duplicate id");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
