package io.dorsal.notification.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What triage has decided about one revision of an assessment.
 *
 * @param receivedAt when intake accepted the revision
 * @param bodyHash tells apart two bodies under one revision
 * @param urgency never less than that of the most urgent finding
 * @param findings most urgent first
 * @param explanation the findings as people read them, with the answers that satisfied them: a document this service
 *     keeps and shows, and never looks into
 */
public record Decided(
        AssessmentId assessment,
        int revision,
        Origin origin,
        Instant receivedAt,
        Instant decidedAt,
        String bodyHash,
        Urgency urgency,
        List<Finding> findings,
        String explanation) {

    public Decided {
        if (revision < 1) {
            throw new IllegalArgumentException("revisions count from 1");
        }
        findings = List.copyOf(findings);
        urgency = Stream.concat(Stream.of(urgency), findings.stream().map(Finding::urgency))
                .min(Urgency.MOST_URGENT_FIRST)
                .orElse(urgency);
    }

    /** True if on-call staff must be told. */
    public boolean isEmergency() {
        return urgency.isEmergency();
    }

    /** Ids of the rules that say so. */
    public List<String> emergencyRules() {
        return findings.stream()
                .filter(finding -> finding.urgency().isEmergency())
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    /** True if an urgency was read that this version does not know. */
    public boolean hasUnrecognisedUrgency() {
        return urgency == Urgency.UNRECOGNISED
                || findings.stream().anyMatch(finding -> finding.urgency() == Urgency.UNRECOGNISED);
    }

    /** The emergency in a few words. */
    public String headline() {
        return findings.stream()
                .filter(finding -> finding.urgency().isEmergency())
                .map(Finding::title)
                .findFirst()
                .orElse("emergency");
    }

    boolean hasSameBodyAs(Decided other) {
        return bodyHash.equals(other.bodyHash);
    }

    /** Of two decisions about one revision, the one that counts, in whatever order they came. */
    Decided orMoreUrgent(Decided other) {
        return other.urgency.isMoreUrgentThan(urgency)
                        || (!urgency.isMoreUrgentThan(other.urgency) && BY_HASH.compare(other, this) < 0)
                ? other
                : this;
    }

    private static final Comparator<Decided> BY_HASH = Comparator.comparing(Decided::bodyHash);
}
