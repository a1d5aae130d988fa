package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.rules.lint.BrokenRuleset;
import io.dorsal.rules.lint.Defect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BrokenRulesetTest {
    private static final String URGENT = "rules/urgent.yaml";
    private static final String SOON = "rules/soon.yaml";
    private static final String RHEUM_3 = "when: {history.abnormalInflammatoryMarkers: true}";

    @Test
    void namesADuplicateId() {
        assertThat(new PlantedDefects()
                        .replacing(SOON, "id: AGE-1", "id: CES-1")
                        .found())
                .contains(new Defect(SOON, "CES-1", "duplicate id, first used in rules/emergency.yaml"));
    }

    @Test
    void namesAnUnknownAnswerPath() {
        assertThat(rheum3("when: {history.abnormalMarkers: true}"))
                .isEqualTo("unknown answer path: history.abnormalMarkers");
    }

    @Test
    void namesAnUnknownAnswer() {
        assertThat(rheum3("when: {history.hlaB27: MAYBE}")).isEqualTo("unknown answer to history.hlaB27: \"MAYBE\"");
        assertThat(rheum3("when: {pain.radiation: {has: TOE}}")).isEqualTo("unknown answer to pain.radiation: \"TOE\"");
    }

    @Test
    void namesAnIllTypedComparison() {
        assertThat(rheum3("when: {history.abnormalInflammatoryMarkers: 1}"))
                .isEqualTo("unknown answer to history.abnormalInflammatoryMarkers: 1");
        assertThat(rheum3("when: {history.hlaB27: {atLeast: 3}}"))
                .isEqualTo("ill-typed comparison: history.hlaB27 is compared with answers, or {isNot: …}");
        assertThat(rheum3("when: {pain.severity: true}")).startsWith("ill-typed comparison: pain.severity is a number");
        assertThat(rheum3("when: {pain.severity: {atLeast: '7'}}"))
                .isEqualTo("ill-typed comparison: pain.severity is compared with a whole number");
        assertThat(rheum3("when: {pain.radiation: LEG}")).startsWith("ill-typed comparison: pain.radiation is a set");
    }

    @Test
    void namesAComparisonThatCanNeverBeMet() {
        assertThat(rheum3("when: {pain.severity: {atLeast: 11}}"))
                .isEqualTo("comparison of pain.severity is out of its range 0 to 10");
        assertThat(rheum3("when: {pain.severity: {atLeast: 7, below: 7}}"))
                .isEqualTo("comparison of pain.severity is never met");
        assertThat(rheum3("when: {count: {atLeast: 2, of: [{systemic.fatigue: true}]}}"))
                .startsWith("count takes {atLeast, of}");
    }

    @Test
    void namesWhatItWouldOtherwiseIgnore() {
        assertThat(rheum3("when: {earlierAssessments: {atMost: 2}}"))
                .isEqualTo("earlierAssessments takes {atLeast: …}, and at least 1");
        assertThat(rheum3("when: {earlierAssessments: {atLeast: 2, below: 5}}"))
                .isEqualTo("earlierAssessments takes {atLeast: …}, and at least 1");
        assertThat(rheum3("when: {earlierAssessments: {atLeast: -1}}"))
                .isEqualTo("earlierAssessments takes {atLeast: …}, and at least 1");
        assertThat(rheum3("when: {noAnswer: {in: [neuro], is: [true], unless: [MILD]}}"))
                .isEqualTo("noAnswer takes {in, is}, a list each");
        assertThat(rheum3("when: {noAnswer: {in: [neuro]}}")).isEqualTo("noAnswer takes {in, is}, a list each");
        assertThat(rheum3("when: {count: {atLeast: '1', of: [{systemic.fatigue: true}]}}"))
                .startsWith("count takes {atLeast, of}");
    }

    @Test
    void namesAComparisonWithNothing() {
        assertThat(rheum3("when: {neuro.weakness: []}")).isEqualTo("no answer is named for neuro.weakness");
        assertThat(rheum3("when: {pain.radiation: {lacks: []}}")).isEqualTo("no answer is named for pain.radiation");
        assertThat(rheum3("when: {doesNotFire: []}")).isEqualTo("a name is expected: []");
    }

    /** Written out it has a trillion parts, so what looks into it must stop in time. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void namesAConditionThatIsTooLargeToBeEvaluatedInTime() {
        StringBuilder terms = new StringBuilder("  - {name: t0, means: T, when: {systemic.fatigue: true}}");
        for (int i = 1; i <= 40; i++) {
            terms.append(
                    "\n  - {name: t%d, means: T, when: {any: [{term: t%d}, {term: t%d}]}}".formatted(i, i - 1, i - 1));
        }

        assertThat(new PlantedDefects()
                        .appending("terms.yaml", terms.toString())
                        .replacing(SOON, RHEUM_3, "when: {term: t40}")
                        .found())
                .contains(new Defect(SOON, "RHEUM-3", "its condition has more than 500 parts, terms written out"));
    }

    @Test
    void namesAComparisonThatCutsNothingOff() {
        assertThat(rheum3("when: {pain.severity: {atLeast: 0}}"))
                .isEqualTo("comparison of pain.severity cuts nothing off");
    }

    /** Followed path by path, thirty rules that each ask for all before them would take a billion steps. */
    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void looksForCirclesAmongManyRulesInTime() {
        StringBuilder rules = new StringBuilder();
        List<String> before = new ArrayList<>(List.of("RHEUM-2"));
        for (int i = 1; i <= 30; i++) {
            rules.append("""
                    - id: NEW-%d
                      title: New
                      urgency: ROUTINE
                      when: {doesNotFire: %s}
                      queues: [PRIMARY_CARE]
                      explanation: Because.
                      sources: [S0]
                    """.formatted(i, before));
            before.add("NEW-" + i);
        }

        assertThat(new PlantedDefects()
                        .appending("rules/routine.yaml", rules.toString())
                        .found())
                .contains(new Defect("rules/routine.yaml", "NEW-30", "has no firing case"))
                .noneMatch(defect -> defect.reason().contains("circle"));
    }

    @Test
    void namesAnUnresolvedSource() {
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "sources: [S1.9, S1.3]", "sources: [S1.11, S1.3]")
                        .found())
                .containsExactly(new Defect(URGENT, "CES-3", "unresolved source: S1.11"));
        assertThat(new PlantedDefects()
                        .replacing("conflicts.yaml", "{cite: S1.3,", "{cite: S9,")
                        .found())
                .containsExactly(new Defect("conflicts.yaml", null, "unresolved source: S9"));
    }

    @Test
    void namesAnUnknownQueueAndUrgency() {
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "queues: [ONCOLOGY]", "queues: [ONKOLOGY]")
                        .found())
                .anyMatch(defect -> "CANCER-2".equals(defect.rule())
                        && defect.reason().startsWith("unknown queues: ONKOLOGY, must be one of"));
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "urgency: URGENT", "urgency: QUICK")
                        .found())
                .anyMatch(defect ->
                        "CES-3".equals(defect.rule()) && defect.reason().startsWith("unknown urgency: QUICK"));
    }

    @Test
    void namesARuleWithoutCases() {
        String rule = """
                - id: NEW-1
                  title: New
                  urgency: ROUTINE
                  when: {systemic.headache: true}
                  queues: [PRIMARY_CARE]
                  explanation: Because.
                  sources: [S0]
                """;

        assertThat(new PlantedDefects().appending("rules/routine.yaml", rule).found())
                .containsExactly(
                        new Defect("rules/routine.yaml", "NEW-1", "has no firing case"),
                        new Defect("rules/routine.yaml", "NEW-1", "has no near-miss case"),
                        new Defect("rules/routine.yaml", "NEW-1", "has no unanswered case"));
    }

    @Test
    void namesACaseThatIsNotTrue() {
        assertThat(new PlantedDefects()
                        .replacing("cases/soon.yaml", "- {patient.ageYears: 17}", "- {patient.ageYears: 18}")
                        .found())
                .contains(new Defect("cases/soon.yaml", "AGE-1", "does not fire for firing case 1"));
        assertThat(new PlantedDefects()
                        .replacing(
                                "cases/soon.yaml",
                                "- {thoracicOutlet.armSwelling: false}",
                                "- {systemic.fatigue: true, systemic.headache: true}")
                        .found())
                .containsExactly(new Defect(
                        "cases/soon.yaml", "TOS-2", "near miss 1 is not one answer away from a firing case"));
        assertThat(new PlantedDefects()
                        .appending("cases/soon.yaml", "NONE-1: {fires: [], nearMiss: []}")
                        .found())
                .containsExactly(new Defect("cases/soon.yaml", "NONE-1", "cases of no rule"));
        assertThat(new PlantedDefects()
                        .replacing("cases/episodes.yaml", "earlierAssessments: 1}", "earlierAssessments: one}")
                        .found())
                .containsExactly(new Defect(
                        "cases/episodes.yaml", "REPRESENTED-1", "earlierAssessments is a whole number, or unknown"));
    }

    @Test
    void namesReferencesThatLeadNowhereOrInACircle() {
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "doesNotFire: [CES-2]", "doesNotFire: [CES-9]")
                        .found())
                .contains(new Defect(URGENT, "CES-3", "refers to no condition rule: CES-9"));
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "doesNotFire: [CES-2]", "doesNotFire: [DEFAULT-1]")
                        .found())
                .contains(new Defect(URGENT, "CES-3", "refers to no condition rule: DEFAULT-1"));
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "doesNotFire: [CES-2]", "doesNotFire: [CES-4]")
                        .replacing(URGENT, "doesNotFire: [CES-1]", "doesNotFire: [CES-3]")
                        .found())
                .contains(new Defect(URGENT, "CES-3", "rules refer to each other in a circle: [CES-3, CES-4]"));
        assertThat(new PlantedDefects()
                        .replacing("ruleset.yaml", "when: {pain.durationDays: {below: 90}}", "when: {fires: CES-9}")
                        .replacing("ruleset.yaml", "{fires: INFLAMMATORY-2}", "{fires: INFLAMMATORY-9}")
                        .found())
                .contains(
                        new Defect("ruleset.yaml", "class SUBACUTE", "refers to no condition rule: CES-9"),
                        new Defect(
                                "ruleset.yaml", "pattern INFLAMMATORY", "refers to no condition rule: INFLAMMATORY-9"));
    }

    @Test
    void namesARuleThatALessUrgentOneWouldSuppress() {
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "doesNotFire: [CES-2]", "doesNotFire: [AGE-1]")
                        .found())
                .contains(new Defect(URGENT, "CES-3", "would be suppressed by a rule that is less urgent: AGE-1"));
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "doesNotFire: [CES-2]", "not: {any: [{fires: CES-2}, {fires: AGE-1}]}")
                        .found())
                .contains(new Defect(URGENT, "CES-3", "would be suppressed by a rule that is less urgent: AGE-1"));
    }

    @Test
    void namesASelfCareRuleThatWouldKeepThePathwayFromBeingLookedAt() {
        assertThat(new PlantedDefects()
                        .replacing("rules/routine.yaml", "urgency: ROUTINE", "urgency: SELF_CARE")
                        .replacing("rules/routine.yaml", "queues: [RHEUMATOLOGY]", "queues: []")
                        .found())
                .contains(new Defect(
                        "rules/routine.yaml", "RHEUM-2", "would keep more urgent pathway rules from matching"));
    }

    @Test
    void namesAQuestionThatTheScreenAsksTwice() {
        assertThat(new PlantedDefects()
                        .replacing("ruleset.yaml", "- question: systemic.fever", "- question: neuro.bladder")
                        .found())
                .contains(new Defect("ruleset.yaml", "screen neuro.bladder", "is asked twice"));
    }

    @Test
    void namesAnUnknownTerm() {
        assertThat(new PlantedDefects()
                        .replacing("rules/emergency.yaml", "term: sphincterSymptom", "term: sphincter")
                        .found())
                .contains(new Defect(
                        "rules/emergency.yaml",
                        "CES-1",
                        "unknown term (terms stand before they are used): \"sphincter\""));
    }

    @Test
    void namesMembersThatAreMissingOrUnknown() {
        assertThat(new PlantedDefects()
                        .replacing(SOON, "title: Abnormal markers", "tittle: Abnormal markers")
                        .found())
                .containsExactly(
                        new Defect(SOON, "RHEUM-3", "title must be a text"),
                        new Defect(SOON, "RHEUM-3", "unknown member: tittle"));
    }

    @Test
    void namesAQueueThatIsMissingAndAPathwayWithoutEnd() {
        assertThat(new PlantedDefects()
                        .replacing(URGENT, "queues: [ONCOLOGY]", "queues: []")
                        .found())
                .containsExactly(new Defect(URGENT, "CANCER-2", "needs a queue, or urgency SELF_CARE and none"));
        assertThat(new PlantedDefects()
                        .replacing("rules/pathway.yaml", "when: {always: true}", "when: {pain.severity: {atLeast: 1}}")
                        .found())
                .contains(new Defect("ruleset.yaml", null, "the last pathway rule must always match"));
    }

    @Test
    void namesAdviceThatSpeaksOfNothing() {
        assertThat(new PlantedDefects()
                        .replacing("advice.yaml", "rules: [REPRESENTED-1]", "rules: [REPRESENTED-2]")
                        .replacing("advice.yaml", "situation: [openRules]", "urgency: [SOON]")
                        .replacing("advice.yaml", "Arrange an ordinary appointment.", "'Arrange {this}.'")
                        .found())
                .containsExactlyInAnyOrder(
                        new Defect("advice.yaml", "advice third-presentation", "no such rule: REPRESENTED-2"),
                        new Defect(
                                "advice.yaml",
                                "advice open-rules",
                                "{openRules} may be empty: ask for situation openRules"),
                        new Defect("advice.yaml", "advice routine", "unknown placeholder"));
    }

    @Test
    void namesUnreadableFiles() {
        assertThat(new PlantedDefects().appending("sources.yaml", "  : [").found())
                .anyMatch(defect ->
                        defect.file().equals("sources.yaml") && defect.reason().startsWith("unreadable"));
        assertThat(new PlantedDefects()
                        .replacing(SOON, "  title: Active cancer", "  title: Active cancer\n  title: Twice")
                        .found())
                .anyMatch(
                        defect -> defect.file().equals(SOON) && defect.reason().startsWith("unreadable at line"));
        assertThatThrownBy(() -> Rulesets.load(_ -> Optional.empty()))
                .isInstanceOf(BrokenRuleset.class)
                .hasMessageContaining("ruleset.yaml: missing file");
        assertThatThrownBy(() -> Rulesets.load(RulesetFolder.directory(Path.of("no", "such", "folder"))))
                .isInstanceOf(BrokenRuleset.class);
    }

    @Test
    void namesAllDefectsAtOnce() {
        assertThat(new PlantedDefects()
                        .replacing(SOON, RHEUM_3, "when: {history.abnormalMarkers: true}")
                        .replacing(URGENT, "sources: [S1.9, S1.3]", "sources: [S1.11]")
                        .replacing("rules/routine.yaml", "queues: [PHYSIATRY]", "queues: [PHYSIO]")
                        .found())
                .extracting(Defect::rule)
                .contains("RHEUM-3", "CES-3", "TREATMENT-3");
    }

    @Test
    void tellsEachDefectWithFileRuleAndReason() {
        PlantedDefects planted = new PlantedDefects().replacing(URGENT, "sources: [S1.9, S1.3]", "sources: [S1.11]");

        assertThatThrownBy(() -> Rulesets.load(planted))
                .hasMessageContaining("rules/urgent.yaml, CES-3: unresolved source: S1.11");
    }

    private static String rheum3(String when) {
        return new PlantedDefects()
                .replacing(SOON, RHEUM_3, when).found().stream()
                        .filter(defect -> "RHEUM-3".equals(defect.rule()))
                        .findFirst()
                        .orElseThrow()
                        .reason();
    }
}
