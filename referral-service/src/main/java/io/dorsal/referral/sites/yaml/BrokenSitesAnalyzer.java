package io.dorsal.referral.sites.yaml;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator, in place of a stack trace, why sites keep the service from starting: file, site, reason. */
class BrokenSitesAnalyzer extends AbstractFailureAnalyzer<BrokenSites> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, BrokenSites cause) {
        return new FailureAnalysis(
                "The sites are refused:\n\n    " + String.join("\n    ", cause.defects()),
                "Mend the file that dorsal.sites-file names, or start with the one that was in force before.",
                cause);
    }
}
