package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import io.dorsal.rules.ruleset.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingFromAFolderTest {
    private static final Path PACKED = Path.of("src/main/resources/rulesets", Rulesets.ACTIVE_VERSION);

    @TempDir
    Path folder;

    @BeforeEach
    void copyThePackedRuleset() throws IOException {
        try (Stream<Path> files = Files.walk(PACKED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(PACKED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void anActiveRulesetDecidesAndMayBeComparedAndReplayed() {
        String hash = Rulesets.active().hash();

        assertThat(Rulesets.active(folder).hash()).isEqualTo(hash);
        assertThat(Rulesets.candidate(folder).hash()).isEqualTo(hash);
        assertThat(Rulesets.forReplay(folder).hash()).isEqualTo(hash);
    }

    @Test
    void aDraftIsComparedAndReplayedButDoesNotDecide() throws IOException {
        become("draft");

        assertThat(Rulesets.candidate(folder).status()).isEqualTo(Ruleset.Status.DRAFT);
        assertThat(Rulesets.forReplay(folder).status()).isEqualTo(Ruleset.Status.DRAFT);
        assertThat(defects(() -> Rulesets.active(folder)))
                .containsExactly(new Defect("ruleset.yaml", null, "status is draft: only an active ruleset decides"));
    }

    @Test
    void aRetiredRulesetIsReplayedAndNothingElse() throws IOException {
        become("retired");

        assertThat(Rulesets.forReplay(folder).status()).isEqualTo(Ruleset.Status.RETIRED);
        assertThat(defects(() -> Rulesets.active(folder)))
                .containsExactly(new Defect("ruleset.yaml", null, "status is retired: only an active ruleset decides"));
        assertThat(defects(() -> Rulesets.candidate(folder)))
                .containsExactly(new Defect(
                        "ruleset.yaml",
                        null,
                        "status is retired: past assessments may be replayed with it, and nothing else"));
    }

    @Test
    void aFolderThatIsNoneIsNamed() {
        Path none = folder.resolve("none");
        Path file = folder.resolve("ruleset.yaml");

        assertThat(defects(() -> Rulesets.candidate(none)))
                .containsExactly(new Defect(none.toString(), null, "no such folder"));
        assertThat(defects(() -> Rulesets.candidate(file)))
                .containsExactly(new Defect(file.toString(), null, "is not a folder"));
        assertThat(defects(() -> Rulesets.candidate(folder.resolve("rules"))))
                .containsExactly(new Defect("ruleset.yaml", null, "missing file"));
    }

    /** Whoever runs the tests as the superuser may read everything, and then this shows nothing. */
    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path file = folder.resolve("rules/soon.yaml");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));

        if (!Files.isReadable(file)) {
            assertThat(defects(() -> Rulesets.candidate(folder)))
                    .contains(new Defect("rules/soon.yaml", null, "cannot be read"));
        }
    }

    @Test
    void aFileOutsideOfTheFolderIsNotOfTheRuleset() throws IOException {
        replace("ruleset.yaml", "rules/soon.yaml", "../soon.yaml");
        Files.copy(folder.resolve("rules/soon.yaml"), folder.resolveSibling("soon.yaml"));

        assertThat(defects(() -> Rulesets.candidate(folder)))
                .contains(new Defect("../soon.yaml", null, "missing file"));
        Files.delete(folder.resolveSibling("soon.yaml"));
    }

    @Test
    void theMessageIsForAPersonToRead() {
        assertThatThrownBy(() -> Rulesets.candidate(folder.resolve("none")))
                .isInstanceOf(BrokenRuleset.class)
                .hasMessage("the ruleset is refused:\n" + folder.resolve("none") + ": no such folder");
    }

    private void become(String status) throws IOException {
        replace("ruleset.yaml", "status: active", "status: " + status);
    }

    private void replace(String file, String text, String with) throws IOException {
        Path path = folder.resolve(file);
        String content = Files.readString(path);
        assertThat(content).contains(text);
        Files.writeString(path, content.replace(text, with));
    }

    private static List<Defect> defects(Supplier<Ruleset> loading) {
        BrokenRuleset refused = catchThrowableOfType(BrokenRuleset.class, loading::get);
        assertThat(refused).as("the ruleset is refused").isNotNull();
        return refused.defects();
    }
}
