package io.dorsal.kit.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

class BrokenRulesetAnalyzerTest {
    private final BrokenRuleset broken = new BrokenRuleset(List.of(
            new Defect("rules/urgent.yaml", "CES-3", "unresolved source: S1.11"),
            new Defect("ruleset.yaml", null, "status is draft: only an active ruleset decides")));

    @Test
    void namesEveryDefectHoweverDeepTheFailureLies() {
        FailureAnalysis analysis = Objects.requireNonNull(new BrokenRulesetAnalyzer()
                .analyze(new BeanCreationException("triageEngine", new ExceptionInInitializerError(broken))));

        assertThat(analysis.getDescription())
                .contains(
                        "rules/urgent.yaml, CES-3: unresolved source: S1.11",
                        "ruleset.yaml: status is draft: only an active ruleset decides");
        assertThat(analysis.getAction()).isNotBlank();
    }
}
