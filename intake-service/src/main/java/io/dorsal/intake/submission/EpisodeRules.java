package io.dorsal.intake.submission;

import io.dorsal.rules.assessment.Answers;
import io.dorsal.rules.decision.Finding;
import io.dorsal.rules.engine.TriageEngine;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the count of earlier assessments means for a decision. Only triage decides; this looks ahead by the same rules. */
public final class EpisodeRules {

    private final Function<String, TriageEngine> engines;

    /**
     * @param engines the one that decides for a network, by the network's id
     */
    public EpisodeRules(Function<String, TriageEngine> engines) {
        this.engines = engines;
    }

    /** Whether some rule of the network fires on the answers with this count that stays open while it is not known. */
    public boolean fire(String network, Answers answers, int previousAssessments) {
        TriageEngine engine = engines.apply(network);
        return !firing(engine, answers, null).containsAll(firing(engine, answers, previousAssessments));
    }

    private static Set<String> firing(TriageEngine engine, Answers answers, @Nullable Integer previousAssessments) {
        return engine.findings(answers, previousAssessments).stream()
                .map(Finding::rule)
                .collect(Collectors.toUnmodifiableSet());
    }
}
