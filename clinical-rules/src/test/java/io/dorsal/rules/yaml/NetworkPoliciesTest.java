package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.decision.Queue;
import io.dorsal.rules.decision.Urgency;
import io.dorsal.rules.docs.ConditionWords;
import io.dorsal.rules.policy.Approval;
import io.dorsal.rules.policy.EffectiveRuleset;
import io.dorsal.rules.policy.PolicyChange;
import io.dorsal.rules.ruleset.Rule;
import io.dorsal.rules.ruleset.Ruleset;
import io.dorsal.rules.ruleset.UrgencyPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkPoliciesTest {
    private static final String GCA_2_URGENT = "urgencies: [{rule: GCA-2, urgency: URGENT, ~}]";

    @TempDir
    private Path directory;

    @Test
    void anEmptyFolderHoldsNoPolicy() {
        assertThat(folder().load()).isEmpty();
    }

    @Test
    void aRuleCanBeMoreUrgent() {
        EffectiveRuleset effective = folder().metro(GCA_2_URGENT).effective();

        assertThat(rule(effective, "GCA-2").urgency()).isEqualTo(Urgency.URGENT);
        assertThat(effective.changes(PolicyChange.RaisedUrgency.class, "GCA-2"))
                .singleElement()
                .extracting(PolicyChange.RaisedUrgency::approval)
                .isEqualTo(new Approval("Because.", "Dr. Who"));
    }

    @Test
    void aThresholdOfATermIsLoweredForTheOneRule() {
        EffectiveRuleset effective = folder().metro(
                        "thresholds: [{rule: INFECTION-2, from: {pain.severity: {atLeast: 7}}, to: {pain.severity: {atLeast: 6}}, ~}]")
                .effective();

        assertThat(words(effective, "INFECTION-2")).isEqualTo("`pain.severity` is at least 6 and *infectionRisk*");
        assertThat(words(effective, "FRACTURE-1")).startsWith("*severe* and ");
        assertThat(effective.ruleset().terms()).isEqualTo(Rulesets.active().terms());
    }

    @Test
    void aThresholdInsideANegationIsRaised() {
        EffectiveRuleset effective = folder().metro(
                        "thresholds: [{rule: INFECTION-3, from: {pain.severity: {atLeast: 7}}, to: {pain.severity: {atLeast: 9}}, ~}]\n"
                                + "queues: [{rule: INFECTION-3, add: [INFECTIOUS_DISEASE], ~}]")
                .effective();

        assertThat(words(effective, "INFECTION-3")).isEqualTo("not: `pain.severity` is at least 9 and *infectionRisk*");
    }

    @Test
    void derivedNumbersAndTheCountOfEarlierAssessmentsHaveThresholdsToo() {
        EffectiveRuleset effective = folder().metro("""
                        thresholds:
                          - {rule: INFLAMMATORY-1, from: {ageAtOnset: {below: 40}}, to: {ageAtOnset: {below: 45}}, ~}
                          - {rule: REPRESENTED-1, from: {earlierAssessments: {atLeast: 2}}, to: {earlierAssessments: {atLeast: 1}}, ~}
                        """).effective();

        assertThat(words(effective, "INFLAMMATORY-1")).contains("*ageAtOnset* is at most 44");
        assertThat(words(effective, "REPRESENTED-1")).startsWith("at least 1 earlier assessments");
    }

    @Test
    void queuesAreAskedAfterTheRulesOwn() {
        EffectiveRuleset effective = folder().metro("queues: [{rule: RHEUM-3, add: [PRIMARY_CARE, DERMATOLOGY], ~}]")
                .effective();

        assertThat(rule(effective, "RHEUM-3").queues())
                .containsExactly(Queue.RHEUMATOLOGY, Queue.PRIMARY_CARE, Queue.DERMATOLOGY);
    }

    @Test
    void aRuleThatBecomesAnEmergencyAsksItsDepartmentFirst() {
        EffectiveRuleset effective = folder().metro("urgencies: [{rule: CORD-1, urgency: EMERGENCY, ~}]\n"
                        + "queues: [{rule: CORD-1, add: [EMERGENCY_DEPARTMENT], ~}]")
                .effective();

        assertThat(rule(effective, "CORD-1").queues()).containsExactly(Queue.EMERGENCY_DEPARTMENT, Queue.NEUROSURGERY);
    }

    @Test
    void targetsCanBeShorter() {
        EffectiveRuleset effective = folder().metro("""
                        targets:
                          - {urgency: SOON, target: P3D, ~}
                          - {urgency: EMERGENCY, alertAcknowledgedWithin: PT3M, ~}
                        """).effective();

        assertThat(urgency(effective, Urgency.SOON).target()).isEqualTo(Duration.ofDays(3));
        assertThat(urgency(effective, Urgency.EMERGENCY).alertAcknowledgedWithin())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(urgency(effective, Urgency.URGENT))
                .isEqualTo(Rulesets.active().urgencies().get(Urgency.URGENT));
    }

    @Test
    void theVersionNamesThePolicyAndTheHashIsThatOfWhatDecides() {
        Ruleset own = Rulesets.active();
        Ruleset effective = folder().metro(GCA_2_URGENT).effective().ruleset();

        assertThat(effective.version()).isEqualTo("2026.1+metro.3");
        assertThat(effective.hash()).hasSize(64).isNotEqualTo(own.hash());
        assertThat(hash(GCA_2_URGENT.replace("~", "why: Other., approvedBy: Somebody")))
                .isEqualTo(effective.hash());
        assertThat(hash("urgencies: [{rule: AGE-1, urgency: URGENT, ~}]")).isNotEqualTo(effective.hash());
    }

    @Test
    void theHashDoesNotDependOnTheOrderOfEntries() {
        String one = "{rule: AGE-1, urgency: URGENT, ~}";
        String other = "{rule: GCA-2, urgency: URGENT, ~}";

        assertThat(hash("urgencies: [" + one + ", " + other + "]"))
                .isEqualTo(hash("urgencies: [" + other + ", " + one + "]"));
    }

    @Test
    void hiddenFilesArePassedOver() throws Exception {
        Files.createDirectory(directory.resolve("..data"));

        assertThat(folder().metro(GCA_2_URGENT).load()).containsOnlyKeys("metro");
    }

    @Test
    void targetsAreReadByWhoeverKnowsNoRules() {
        PolicyFolder folder = folder().metro("thresholds: [{rule: OF-ANOTHER-RULESET}]\n"
                + "targets: [{urgency: SOON, target: P3D, ~}, {urgency: EMERGENCY, alertAcknowledgedWithin: PT3M, ~}]");

        assertThat(NetworkPolicies.targets(folder.directory(), Set.of("metro")))
                .isEqualTo(Map.of("metro", Map.of(Urgency.SOON, Duration.ofDays(3))));
    }

    private String hash(String entries) {
        return folder().metro(entries).effective().ruleset().hash();
    }

    private PolicyFolder folder() {
        return new PolicyFolder(directory);
    }

    private static Rule rule(EffectiveRuleset effective, String id) {
        return effective.ruleset().rule(id).orElseThrow();
    }

    private static String words(EffectiveRuleset effective, String id) {
        return ConditionWords.inline(rule(effective, id).when());
    }

    private static UrgencyPolicy urgency(EffectiveRuleset effective, Urgency urgency) {
        return Objects.requireNonNull(effective.ruleset().urgencies().get(urgency));
    }
}
