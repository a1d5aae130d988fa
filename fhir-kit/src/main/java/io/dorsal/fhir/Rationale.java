package io.dorsal.fhir;

import io.dorsal.fhir.ToldDecision.ToldFinding;

/** Why a rule has fired, in words. */
public final class Rationale {

    private Rationale() {}

    /** The answers behind a finding, the work-up, the rule and its sources. */
    public static String of(ToldFinding finding) {
        StringBuilder rationale = new StringBuilder();
        if (!finding.because().isEmpty()) {
            rationale
                    .append("Because ")
                    .append(String.join(", ", finding.because()))
                    .append(". ");
        }
        if (finding.workUp() != null) {
            rationale.append("Work-up: ").append(finding.workUp()).append(". ");
        }
        rationale.append("Rule ").append(finding.rule());
        if (!finding.sources().isEmpty()) {
            rationale.append(", by ").append(String.join(", ", finding.sources()));
        }
        return rationale.append('.').toString();
    }
}
