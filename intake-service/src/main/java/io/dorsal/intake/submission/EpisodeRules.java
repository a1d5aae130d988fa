package io.dorsal.intake.submission;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.engine.TriageEngine;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the count of earlier assessments means for a decision. Only triage decides; this looks ahead by the same rules. */
public final class EpisodeRules {

    private final TriageEngine engine;

    public EpisodeRules(TriageEngine engine) {
        this.engine = engine;
    }

    /** Whether some rule fires on the answers with this count that stays open while it is not known. */
    public boolean fire(Answers answers, int previousAssessments) {
        return !firing(answers, null).containsAll(firing(answers, previousAssessments));
    }

    private Set<String> firing(Answers answers, @Nullable Integer previousAssessments) {
        return engine.findings(answers, previousAssessments).stream()
                .map(Finding::rule)
                .collect(Collectors.toUnmodifiableSet());
    }
}
