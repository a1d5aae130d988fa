package io.dorsal.triage.shadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.testsupport.rulesets.CandidateRuleset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CandidateFolderTest {

    @TempDir
    private Path folder;

    @Test
    void aDraftMayBeACandidate() {
        CandidateRuleset.copiedTo(folder);

        assertThat(new CandidateFolder(folder.toString()).load().version()).isEqualTo(CandidateRuleset.VERSION);
    }

    @Test
    void aDefectIsNamedByFileRuleAndReason() {
        CandidateRuleset.copiedTo(folder).with("rules/emergency.yaml", "sphincterSymptom", "sphincterSymptoms");

        assertThatThrownBy(() -> new CandidateFolder(folder.toString()).load())
                .hasMessageContaining("triage.shadow-ruleset=" + folder)
                .hasMessageContaining("rules/emergency.yaml, CES-1: ")
                .hasMessageContaining("sphincterSymptoms");
    }

    @Test
    void aRelativeFolderThatThereIsNotIsNamedAsItWasConfiguredAndWhereItWouldBe() {
        assertThatThrownBy(() -> new CandidateFolder("candidates/none").load())
                .hasMessageStartingWith("triage.shadow-ruleset=candidates/none (%s) is refused:"
                        .formatted(Path.of("candidates/none").toAbsolutePath()))
                .hasMessageContaining("no such folder");
    }
}
