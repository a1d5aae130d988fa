package io.dorsal.intake.submission.kafka;

import io.dorsal.intake.submission.AcceptedAssessment;
import io.dorsal.intake.submission.Announcements;
import io.dorsal.kit.tracing.CurrentTrace;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.engine.TriageEngine;

/**
 * Has the trace of an emergency kept from its very beginning. Only triage decides; but what is not kept here is gone by
 * then, so intake looks ahead by the same rules, for the sake of the trace alone. Where triage decides otherwise, as by a
 * newer ruleset, the trace of an emergency begins with triage.
 */
final class TracedAnnouncements implements Announcements {

    private final Announcements announcements;
    private final TriageEngine engine;

    TracedAnnouncements(Announcements announcements, TriageEngine engine) {
        this.announcements = announcements;
        this.engine = engine;
    }

    @Override
    public boolean announce(AcceptedAssessment accepted) {
        if (engine.findings(accepted.assessment().answers(), accepted.previousAssessments())
                        .getFirst()
                        .urgency()
                == Urgency.EMERGENCY) {
            CurrentTrace.keepForEmergency(accepted.assessmentId().toString());
        }
        return announcements.announce(accepted);
    }
}
