package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.rules.lint.Defect;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedPolicyTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {rule: CES-1, urgency: URGENT, ~}   | metro.yaml, CES-1: loosens: it is EMERGENCY, and URGENT is less urgent
            {rule: GCA-2, urgency: SOON, ~}     | metro.yaml, GCA-2: is SOON already
            {rule: GCA-9, urgency: URGENT, ~}   | metro.yaml, GCA-9: no such rule
            {rule: GCA-2, urgency: QUICK, ~}    | metro.yaml, GCA-2: unknown urgency: QUICK, must be one of [EMERGENCY, URGENT, SOON, ROUTINE, SELF_CARE]
            {rule: GCA-2, urgency: URGENT, why: Because.} | metro.yaml, GCA-2: approvedBy must be a text
            {rule: NEURO-3, urgency: EMERGENCY, ~} | metro.yaml, NEURO-3: would be suppressed by a rule that is less urgent: NEURO-2
            """)
    void aRuleIsRaisedOnlyUpwardsAndNoHigherThanWhatSuppressesIt(String entry, String refusal) {
        assertThat(new PolicyFolder(directory)
                        .metro("urgencies: [" + entry + "]")
                        .defects())
                .extracting(Defect::toString)
                .contains(refusal);
    }

    @Test
    void anEmergencyAsksItsDepartment() {
        assertThat(refusal("urgencies: [{rule: CORD-1, urgency: EMERGENCY, ~}]"))
                .startsWith("metro.yaml, CORD-1: an emergency is referred alone: add EMERGENCY_DEPARTMENT");
    }

    @Test
    void aPathwayRuleIsNoMoreUrgentThanAConditionRuleThatKeepsItFromMatching() {
        assertThat(refusal("urgencies: [{rule: SEVERE-1, urgency: SOON, ~}]"))
                .isEqualTo("metro.yaml, SEVERE-1: would be suppressed by a rule that is less urgent:"
                        + " no pathway rule matches where RHEUM-2 fires, which is ROUTINE");
    }

    @Test
    void whatIsNoSelfCareAnyMoreAsksSomebody() {
        assertThat(refusal("urgencies: [{rule: SELFCARE-1, urgency: ROUTINE, ~}]"))
                .isEqualTo("metro.yaml, SELFCARE-1: needs a queue, or urgency SELF_CARE and none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FRACTURE-2  | {patient.ageYears: {atLeast: 65}} | {patient.ageYears: {atLeast: 70}} | loosens: it would no longer fire for some, with `patient.ageYears` is at least 70 in place of `patient.ageYears` is at least 65
            FRACTURE-2  | {pain.durationDays: {below: 90}}  | {pain.durationDays: {below: 60}}  | loosens: it would no longer fire for some, with `pain.durationDays` is at most 59 in place of `pain.durationDays` is at most 89
            INFECTION-3 | {pain.severity: {atLeast: 7}}     | {pain.severity: {atLeast: 6}}     | loosens: it would no longer fire for some, with `pain.severity` is at least 6 in place of `pain.severity` is at least 7
            FRACTURE-2  | {patient.ageYears: {atLeast: 65}} | {patient.ageYears: {atLeast: 65}} | changes nothing: `patient.ageYears` is at least 65
            FRACTURE-2  | {patient.ageYears: {atLeast: 60}} | {patient.ageYears: {atLeast: 55}} | has no such threshold: `patient.ageYears` is at least 60
            FRACTURE-2  | {patient.ageYears: {atLeast: 65}} | {pain.severity: {atLeast: 5}}     | from and to compare one number, as {patient.ageYears: {atLeast: 65}}
            FRACTURE-2  | {patient.age: {atLeast: 65}}      | {patient.ageYears: {atLeast: 5}}  | unknown answer path: patient.age
            FRACTURE-2  | {patient.ageYears: {atLeast: 65}} | {patient.ageYears: {atLeast: 0}}  | comparison of patient.ageYears cuts nothing off
            RADICULAR-1 | {pain.durationDays: {atLeast: 42}} | {pain.durationDays: {atLeast: 28}} | loosens: the first pathway rule that matches is the only finding, so one that matches more often keeps others from matching
            """)
    void aThresholdMovesOnlySoThatTheRuleFiresForMore(String rule, String from, String to, String refusal) {
        assertThat(new PolicyFolder(directory)
                        .metro("thresholds: [{rule: %s, from: %s, to: %s, ~}]".formatted(rule, from, to))
                        .defects())
                .contains(new Defect("metro.yaml", rule, refusal));
    }

    @Test
    void aRuleThatFiresMoreOftenAsksWhomTheRuleAskedWhosePlaceItTakes() {
        String threshold =
                "thresholds: [{rule: GCA-1, from: {patient.ageYears: {atLeast: 50}}, to: {patient.ageYears: {atLeast: 45}}, ~}]";

        assertThat(refusal(threshold))
                .isEqualTo("metro.yaml, GCA-1: loosens: by firing more often it would take the place of GCA-2,"
                        + " and nobody would ask [PRIMARY_CARE]: add them to its queues");
        assertThat(new PolicyFolder(directory)
                        .metro(threshold + "\nqueues: [{rule: GCA-1, add: [PRIMARY_CARE], ~}]")
                        .load())
                .isNotEmpty();
    }

    @Test
    void aRuleThatIsAsUrgentAsAPathwayRuleDoesNotFireMoreOftenInItsPlace() {
        assertThat(new PolicyFolder(directory)
                        .metro(
                                "thresholds: [{rule: TREATMENT-1, from: {treatment.weeks: {atLeast: 12}}, to: {treatment.weeks: {atLeast: 8}}, ~}]")
                        .defects())
                .extracting(Defect::reason)
                .contains("loosens: by firing more often it would take the place of STENOSIS-1,"
                        + " and nobody would ask [PHYSIATRY]: add them to its queues");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {urgency: SOON, target: P8D, ~}      | SOON: loosens: target is PT168H, and PT192H is longer
            {urgency: SOON, target: PT168H, ~}   | SOON: target is PT168H already
            {urgency: SOON, target: PT0S, ~}     | SOON: target must be positive
            {urgency: SOON, target: PT12H, ~}    | SOON: would have a shorter target than what is more urgent
            {urgency: EMERGENCY, target: PT1M, ~} | EMERGENCY: target is at once already
            {urgency: SELF_CARE, target: P7D, ~} | SELF_CARE: has no target that could be shorter
            {urgency: EMERGENCY, alertAcknowledgedWithin: PT6M, ~} | EMERGENCY: loosens: alertAcknowledgedWithin is PT5M, and PT6M is longer
            {urgency: URGENT, alertAcknowledgedWithin: PT6M, ~} | URGENT: has no alertAcknowledgedWithin that could be shorter
            {urgency: SOON, ~}                   | SOON: needs target or alertAcknowledgedWithin
            {urgency: SOON, target: a week, ~}   | SOON: target must be a duration, as PT24H or P7D
            """)
    void aTargetOnlyGetsShorterAndKeepsTheOrderOfUrgencies(String entry, String refusal) {
        assertThat(new PolicyFolder(directory).metro("targets: [" + entry + "]").defects())
                .extracting(Defect::toString)
                .contains("metro.yaml, " + refusal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            queues: [{rule: CES-1, add: [NEUROSURGERY], ~}]      | CES-1: asks NEUROSURGERY already
            queues: [{rule: CES-3, add: [SURGERY], ~}]           | CES-3: unknown add: SURGERY, must be one of [EMERGENCY_DEPARTMENT, NEUROSURGERY, SPINE_SURGERY, RHEUMATOLOGY, DERMATOLOGY, ONCOLOGY, INFECTIOUS_DISEASE, PHYSIATRY, PAIN_MANAGEMENT, PHYSICAL_THERAPY, CHIROPRACTIC, PRIMARY_CARE]
            queues: [{rule: CES-3, add: [], ~}]                  | CES-3: add names no queue
            urgencies: [{rule: GCA-2, urgency: URGENT, ~}, {rule: GCA-2, urgency: URGENT, ~}] | GCA-2: its urgency is set twice
            targets: [{urgency: SOON, target: P3D, ~}, {urgency: SOON, target: P4D, ~}] | SOON: target is set twice
            """)
    void nothingIsSetTwiceOrUnknown(String entries, String refusal) {
        assertThat(refusal(entries)).isEqualTo("metro.yaml, " + refusal);
    }

    @Test
    void aThresholdIsChangedOnce() {
        String change =
                "{rule: FRACTURE-2, from: {patient.ageYears: {atLeast: 65}}, to: {patient.ageYears: {atLeast: 60}}, ~}";

        assertThat(refusal("thresholds: [" + change + ", " + change + "]"))
                .isEqualTo("metro.yaml, FRACTURE-2: a threshold is changed twice");
    }

    @Test
    void everyDefectOfEveryPolicyIsNamedAtOnce() {
        assertThat(new PolicyFolder(directory)
                        .metro("""
                                urgencies: [{rule: CES-1, urgency: URGENT, ~}, {rule: AGE-9, urgency: URGENT, ~}]
                                targets: [{urgency: SOON, target: P8D, why: Because.}]
                                limits: []
                                """)
                        .with("coast.yaml", "network: metro\nversion: 0\n")
                        .with("elsewhere.yaml", "network: elsewhere\n")
                        .with("README.md", "?")
                        .defects())
                .extracting(Defect::toString)
                .containsExactlyInAnyOrder(
                        "metro.yaml, CES-1: loosens: it is EMERGENCY, and URGENT is less urgent",
                        "metro.yaml, AGE-9: no such rule",
                        "metro.yaml, SOON: approvedBy must be a text",
                        "metro.yaml: unknown member: limits",
                        "coast.yaml: version must be at least 1",
                        "coast.yaml: network must be that of the file's name, of letters, digits and -",
                        "elsewhere.yaml: is named after no network, as <network>.yaml",
                        "README.md: is named after no network, as <network>.yaml");
    }

    @Test
    void aPolicyChangesSomething() {
        assertThat(refusal("urgencies: []")).isEqualTo("metro.yaml: changes nothing");
    }

    @Test
    void aFolderThatIsNotThereHoldsNoPoliciesThatCouldBeTrusted() {
        assertThat(new PolicyFolder(directory.resolve("missing")).defects())
                .extracting(Defect::reason)
                .containsExactly("is no folder that can be read");
    }

    private String refusal(String entries) {
        return new PolicyFolder(directory).refusal(entries);
    }
}
