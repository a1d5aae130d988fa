package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.policy.BrokenPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** The policy that the how-to shows is accepted; whatever happens to it, it is accepted or refused with its defects named. */
class DamagedPolicyTest {
    private static final Path HOW_TO = Path.of("..", "docs", "how-to", "set-a-network-policy.md");

    private static Path directory = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        directory = Files.createTempDirectory("policies");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        Files.deleteIfExists(directory.resolve("metro.yaml"));
        Files.delete(directory);
    }

    @Example
    void theExampleOfTheHowToIsAccepted() throws IOException {
        assertThat(folder(example()).effective().ruleset().version()).isEqualTo("2026.1+metro.3");
    }

    @Property(tries = 300)
    void anyOtherIsAcceptedOrRefused(
            @ForAll @IntRange(max = 100) int line,
            @ForAll @IntRange(max = 5) int damage,
            @ForAll @IntRange(max = 9) int digit)
            throws IOException {
        List<String> lines = new ArrayList<>(example());
        int at = line % lines.size();
        switch (damage) {
            case 0 -> lines.remove(at);
            case 1 -> lines.set(at, lines.get(at).replaceAll("[A-Z]", "X"));
            case 2 -> lines.add(at, lines.get(line * 7 % lines.size()));
            case 3 -> lines.set(at, lines.get(at).replaceAll(": .*", ":"));
            case 4 -> lines.set(at, lines.get(at).replaceAll("[0-9]", Integer.toString(digit)));
            default -> lines.subList(at, lines.size()).clear();
        }

        try {
            assertThat(folder(lines).effective().changes()).isNotEmpty();
        } catch (BrokenPolicies refused) {
            assertThat(refused.defects()).isNotEmpty();
        }
    }

    private static PolicyFolder folder(List<String> lines) {
        return new PolicyFolder(directory).with("metro.yaml", String.join("\n", lines));
    }

    private static List<String> example() throws IOException {
        List<String> page = Files.readAllLines(HOW_TO);
        int from = page.indexOf("```yaml") + 1;
        return page.subList(from, from + page.subList(from, page.size()).indexOf("```"));
    }
}
