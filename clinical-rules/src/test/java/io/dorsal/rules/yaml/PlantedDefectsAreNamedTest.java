package io.dorsal.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever somebody plants into a copy of the ruleset is named by file, rule and reason. */
class PlantedDefectsAreNamedTest {
    private static final String MAIN = "ruleset.yaml";
    private static final String EMERGENCY = "rules/emergency.yaml";
    private static final String URGENT = "rules/urgent.yaml";
    private static final String SOON = "rules/soon.yaml";
    private static final String ROUTINE = "rules/routine.yaml";
    private static final String PATHWAY = "rules/pathway.yaml";

    @Test
    void theFolderItselfIsSound() {
        assertThat(Rulesets.load(new PlantedDefects()).rules()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void isNamed(String told, UnaryOperator<PlantedDefects> planting) {
        assertThat(planting.apply(new PlantedDefects()).told())
                .anySatisfy(line -> assertThat(line).startsWith(told));
    }

    static Stream<Arguments> isNamed() {
        return Stream.of(files(), conditions(), worse(), shadowed(), tables(), urgencies(), screen(), cases(), texts())
                .flatMap(all -> all);
    }

    private static Stream<Arguments> files() {
        return Stream.of(
                planted("cases/soon.yaml: missing file", to -> to.without("cases/soon.yaml")),
                planted("rules/soon.yaml: missing file", to -> to.without(SOON)),
                planted("notes.txt: unknown file", to -> to.holding("notes.txt", "x")),
                planted("rules/soon.bak.yaml: unknown file", to -> to.holding("rules/soon.bak.yaml", "x: 1")),
                planted(
                        "advice.yaml: is not valid UTF-8",
                        to -> to.holding("advice.yaml", new byte[] {'a', (byte) 0xC3})),
                planted("advice.yaml: is empty", to -> to.holding("advice.yaml", "")),
                planted("rules/soon.yaml: is empty", to -> to.holding(SOON, "# nothing left\n")),
                planted("rules/soon.yaml: is empty", to -> to.holding(SOON, "[]")),
                planted("terms.yaml: is larger than 1 MiB", to -> to.holding("terms.yaml", "#".repeat(2 << 20))),
                planted(
                        "ruleset.yaml: unreadable at line",
                        to -> to.replacing(MAIN, "status: active", "status: active\nstatus: draft")),
                planted("sources.yaml: unreadable", to -> to.appending("sources.yaml", "--- \n- {id: S9}")),
                planted(
                        "conflicts.yaml: unreadable at line 1: anchors and aliases",
                        to -> to.holding("conflicts.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n")),
                planted(
                        "conflicts.yaml: unreadable at line 1: tags",
                        to -> to.holding("conflicts.yaml", "!!java.net.URL [x]")));
    }

    private static Stream<Arguments> conditions() {
        return Stream.of(
                planted(
                        "rules/emergency.yaml, ACUTE-1: its condition can never be met",
                        to -> to.inRule(
                                EMERGENCY,
                                "ACUTE-1",
                                "- pain.onset: SUDDEN",
                                "- pain.onset: SUDDEN\n      - pain.onset: GRADUAL")),
                planted(
                        "rules/soon.yaml, ACUTE-2: its condition can never be met",
                        to -> to.inRule(SOON, "ACUTE-2", "doesNotFire: [ACUTE-1]", "fires: CES-9")
                                .inRule(SOON, "ACUTE-2", "fires: CES-9", "fires: TOS-2\n      - doesNotFire: [TOS-2]")),
                planted(
                        "rules/soon.yaml, RHEUM-3: its condition is always met",
                        to -> to.inRule(
                                SOON,
                                "RHEUM-3",
                                "{history.abnormalInflammatoryMarkers: true}",
                                "{any: [{history.abnormalInflammatoryMarkers: true}, {history.abnormalInflammatoryMarkers: {isNot: true}}]}")),
                planted(
                        "rules/soon.yaml, RHEUM-3: its condition is always met",
                        to -> to.inRule(
                                SOON, "RHEUM-3", "{history.abnormalInflammatoryMarkers: true}", "{always: true}")),
                planted(
                        "rules/emergency.yaml, ACUTE-1: a part makes no difference: `pain.severity` is at least 5",
                        to -> to.inRule(
                                EMERGENCY,
                                "ACUTE-1",
                                "- pain.severity: {atLeast: 8}",
                                "- pain.severity: {atLeast: 8}\n      - pain.severity: {atLeast: 5}")),
                planted(
                        "terms.yaml, term severe: comparison of pain.severity is out of its range",
                        to -> to.replacing(
                                "terms.yaml", "{pain.severity: {atLeast: 7}}", "{pain.severity: {atLeast: 70}}")),
                planted(
                        "terms.yaml, list inflammatoryFeatures: comparison of ageAtOnset is out of its range",
                        to -> to.replacing("terms.yaml", "ageAtOnset: {below: 40}", "ageAtOnset: {below: 400}")),
                planted(
                        "rules/episodes.yaml, REPRESENTED-1: comparison of earlierAssessments is never met",
                        to -> to.replacing("rules/episodes.yaml", "atLeast: 2", "atLeast: 200")),
                planted(
                        "rules/urgent.yaml, CES-3: refers to itself",
                        to -> to.inRule(URGENT, "CES-3", "doesNotFire: [CES-2]", "doesNotFire: [CES-3]")));
    }

    private static Stream<Arguments> worse() {
        String replaced = ", and nothing as urgent takes its place";
        return Stream.of(
                planted(
                        "rules/emergency.yaml, REFERRED-1: stops firing when history.tobacco gets worse" + replaced,
                        to -> to.inRule(
                                EMERGENCY,
                                "REFERRED-1",
                                "- referred.faintness: true",
                                "- all: [{referred.faintness: true}, {history.tobacco: {isNot: true}}]")),
                planted(
                        "rules/emergency.yaml, INFECTION-1: stops firing when pain.severity gets worse" + replaced,
                        to -> to.inRule(
                                EMERGENCY,
                                "INFECTION-1",
                                "- systemic.chills: true",
                                "- all: [{systemic.chills: true}, {pain.severity: {atMost: 6}}]")),
                planted(
                        "rules/emergency.yaml, NEURO-1: stops firing when neuro.weakness gets worse" + replaced,
                        to -> to.inRule(EMERGENCY, "NEURO-1", "- term: deficit", "- neuro.weakness: MILD")),
                planted(
                        "rules/urgent.yaml, CANCER-3: stops firing when history.cancer gets worse" + replaced,
                        to -> to.inRule(URGENT, "CANCER-2", "- term: activeCancer", "- history.cancer: CURRENT")));
    }

    private static Stream<Arguments> shadowed() {
        return Stream.of(
                planted(
                        "rules/pathway.yaml, RADICULAR-1: is shadowed: the rules before it match",
                        to -> to.inRule(
                                PATHWAY,
                                "STENOSIS-1",
                                "when: {pain.legPainOnWalkingRelievedBySitting: true}",
                                "when: {any: [{pain.legPainOnWalkingRelievedBySitting: true}, {pain.radiation: {hasAny: [LEG, ARM]}}]}")),
                planted(
                        "rules/routine.yaml, RHEUM-2: is shadowed: it fires for exactly what RHEUM-3 does",
                        to -> to.inRule(
                                        ROUTINE,
                                        "RHEUM-2",
                                        "history.rheumaticDiagnosis",
                                        "history.abnormalInflammatoryMarkers")
                                .inRule(ROUTINE, "RHEUM-2", "queues: [RHEUMATOLOGY]", "queues: [PRIMARY_CARE]")),
                planted(
                        "rules/soon.yaml, TOS-2: is shadowed: it fires only where the more urgent REFERRED-1 does",
                        to -> to.inRule(
                                        SOON,
                                        "TOS-2",
                                        "- thoracicOutlet.armSwelling: true",
                                        "- referred.faintness: true")
                                .inRule(
                                        SOON,
                                        "TOS-2",
                                        "- thoracicOutlet.paleOrColdHand: true",
                                        "- referred.tearingOrPulsatingPain: true")),
                planted(
                        "ruleset.yaml, class SUBACUTE: is never reached",
                        to -> to.replacing(MAIN, "{below: 42}", "{below: 95}")));
    }

    private static Stream<Arguments> tables() {
        return Stream.of(
                planted(
                        "rules/urgent.yaml, CORD-1: urgency SOON does not belong into this file, which is for [URGENT]",
                        to -> to.inRule(URGENT, "CORD-1", "urgency: URGENT", "urgency: SOON")),
                planted(
                        "rules/emergency.yaml, CES-1: urgency ROUTINE does not belong into this file",
                        to -> to.inRule(EMERGENCY, "CES-1", "urgency: EMERGENCY", "urgency: ROUTINE")),
                planted(
                        "rules/emergency.yaml, TRAUMA-1: is an emergency, and must name EMERGENCY_DEPARTMENT",
                        to -> to.inRule(EMERGENCY, "TRAUMA-1", "[EMERGENCY_DEPARTMENT]", "[SPINE_SURGERY]")),
                planted(
                        "ruleset.yaml, table rules/soon.yaml: stands after a pathway table",
                        to -> to.replacing(MAIN, "Episodes, kind: condition", "Episodes, kind: pathway")),
                planted(
                        "ruleset.yaml: version is 2026.2, but the folder is named 2026.1",
                        to -> to.replacing(MAIN, "'2026.1'", "'2026.2'")),
                planted("ruleset.yaml: version must be a text", to -> to.replacing(MAIN, "'2026.1'", "2026.1")),
                planted("ruleset.yaml: version must be a word", to -> to.replacing(MAIN, "'2026.1'", "'the newest'")),
                planted("ruleset.yaml: status must be a text", to -> to.replacing(MAIN, "status: active", "")),
                planted(
                        "ruleset.yaml: unknown status: LIVE",
                        to -> to.replacing(MAIN, "status: active", "status: live")));
    }

    private static Stream<Arguments> urgencies() {
        return Stream.of(
                planted(
                        "ruleset.yaml, urgency SOON: its target must be longer",
                        to -> to.replacing(MAIN, "target: PT24H", "target: P14D")),
                planted(
                        "ruleset.yaml, urgency ROUTINE: needs a target",
                        to -> to.replacing(MAIN, ", target: P42D", "")),
                planted(
                        "ruleset.yaml, urgency EMERGENCY: its target is negative",
                        to -> to.replacing(MAIN, "target: PT0S", "target: -PT1S")),
                planted(
                        "ruleset.yaml, urgency EMERGENCY: needs alertAcknowledgedWithin",
                        to -> to.replacing(MAIN, "    alertAcknowledgedWithin: PT5M\n", "")),
                planted(
                        "ruleset.yaml, urgency ROUTINE: its target is longer than a year",
                        to -> to.replacing(MAIN, "target: P42D", "target: P999999D")),
                planted(
                        "ruleset.yaml: target must be a duration",
                        to -> to.replacing(MAIN, "target: P7D", "target: a week")));
    }

    private static Stream<Arguments> screen() {
        return Stream.of(
                planted(
                        "ruleset.yaml, screen systemic.fever: is missing",
                        to -> to.replacing(MAIN, "  - question: systemic.fever\n", "")),
                planted(
                        "ruleset.yaml, screen neuro.bladder: must be asked without a condition",
                        to -> to.replacing(
                                MAIN,
                                "- question: neuro.bladder",
                                "- {question: neuro.bladder, when: {term: severe}}")),
                planted(
                        "ruleset.yaml, screen neuro.deficitCourse: must be asked wherever there is a deficit",
                        to -> to.replacing(MAIN, "when: {term: deficit}", "when: {neuro.weakness: SEVERE}")),
                planted(
                        "ruleset.yaml, screen neuro.deficitCourse: is missing",
                        to -> to.replacing(MAIN, "  - {question: neuro.deficitCourse, when: {term: deficit}}\n", "")),
                planted(
                        "ruleset.yaml, screen: no rule sees to it that an open question makes the urgency at least URGENT",
                        to -> to.inRule("rules/safety-floor.yaml", "SCREEN-1", "urgency: URGENT", "urgency: SOON")),
                planted(
                        "ruleset.yaml, screen: must ask in this order",
                        to -> to.replacing(MAIN, "- question: neuro.bladder", "- question: x")
                                .replacing(MAIN, "- question: history.cancer", "- question: neuro.bladder")
                                .replacing(MAIN, "- question: x", "- question: history.cancer")),
                planted(
                        "ruleset.yaml, screen: no rule sees to it that an open question",
                        to -> to.inRule(
                                "rules/safety-floor.yaml",
                                "SCREEN-2",
                                "- screen: incomplete",
                                "- unanswered: systemic.fever")));
    }

    @Test
    void whatRestsOnADefectIsNotComplainedOfAgain() {
        assertThat(new PlantedDefects().holding("terms.yaml", "terms: [").told())
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).startsWith("terms.yaml: unreadable"));
        assertThat(new PlantedDefects().holding("sources.yaml", "").told()).containsExactly("sources.yaml: is empty");
    }

    private static Stream<Arguments> cases() {
        return Stream.of(
                planted(
                        "rules/soon.yaml, RHEUM-3: has no unanswered case",
                        to -> to.replacing(
                                "cases/soon.yaml",
                                "  unanswered:\n    doesNotFire:\n      - {history.abnormalInflammatoryMarkers: unanswered}\n",
                                "")),
                planted(
                        "rules/emergency.yaml, CES-1: fires without an answer to neuro.sphincterLongStanding, and no unanswered case shows it",
                        to -> to.replacing(
                                "cases/emergency.yaml",
                                "    fires:\n      - {neuro.sphincterLongStanding: unanswered, neuro.bladder: RETENTION}\n",
                                "")),
                planted(
                        "rules/safety-floor.yaml, SCREEN-2: fires without an answer to neuro.bladder",
                        to -> to.replacing("cases/safety-floor.yaml", "      - {neuro.bladder: unanswered}\n", "")),
                planted(
                        "cases/soon.yaml, RHEUM-3: unanswered case 1 takes back no answer of a firing case",
                        to -> to.replacing(
                                "cases/soon.yaml",
                                "      - {history.abnormalInflammatoryMarkers: unanswered}",
                                "      - {history.abnormalInflammatoryMarkers: false}")),
                planted(
                        "cases/emergency.yaml, CES-1: fires for unanswered case 1",
                        to -> to.replacing(
                                "cases/emergency.yaml",
                                "    doesNotFire:\n      - {neuro.bladder: unanswered}",
                                "    doesNotFire:\n      - {neuro.sphincterLongStanding: unanswered, neuro.bladder: RETENTION}")),
                planted(
                        "cases/urgent.yaml, NEURO-2: does not fire for unanswered case 1 of those where it fires",
                        to -> to.replacing(
                                "cases/urgent.yaml",
                                "{neuro.weakness: SEVERE, neuro.deficitCourse: unanswered}",
                                "{neuro.weakness: unanswered, neuro.deficitCourse: STABLE}")),
                planted(
                        "cases/soon.yaml, CES-1: cases of a rule that stands in rules/emergency.yaml",
                        to -> to.appending("cases/soon.yaml", "CES-1: {fires: [], nearMiss: []}")),
                planted(
                        "ruleset.yaml: caseBaseline needs an answer to pain.severity",
                        to -> to.replacing(MAIN, "  pain.severity: 5\n", "")));
    }

    private static Stream<Arguments> texts() {
        return Stream.of(
                planted(
                        "rules/soon.yaml, AGE-1: explanation must be a text",
                        to -> to.inRule(
                                SOON,
                                "AGE-1",
                                "explanation: >-\n    The sources describe adults, so no child or adolescent is left to self-care or an ordinary appointment.",
                                "explanation: ' '")),
                planted(
                        "rules/soon.yaml, AGE-1: workUp must be a text",
                        to -> to.inRule(SOON, "AGE-1", "workUp: Pediatric assessment", "workUp: ''")),
                planted(
                        "rules/soon.yaml, AGE-1: title must be a text",
                        to -> to.inRule(SOON, "AGE-1", "  title: Child or adolescent\n", "")),
                planted("rules/soon.yaml, age 1: id must be", to -> to.inRule(SOON, "AGE-1", "id: AGE-1", "id: age 1")),
                planted(
                        "rules/soon.yaml, CES-1: duplicate id",
                        to -> to.inRule(SOON, "AGE-1", "id: AGE-1", "id: CES-1")),
                planted(
                        "rules/soon.yaml, AGE-1: names no source",
                        to -> to.inRule(SOON, "AGE-1", "sources: [SCOPE]", "sources: []")),
                planted(
                        "rules/soon.yaml, AGE-1: unresolved source: S7",
                        to -> to.inRule(SOON, "AGE-1", "sources: [SCOPE]", "sources: [S7]")),
                planted(
                        "sources.yaml, source S4: find must be a text",
                        to -> to.replacing(
                                "sources.yaml",
                                "  about: Classification, work-up and referred pain.\n  find:",
                                "  about: Classification, work-up and referred pain.\n  lost:")),
                planted(
                        "conflicts.yaml: no such rule: NEURO-9",
                        to -> to.replacing("conflicts.yaml", "NEURO-2]", "NEURO-9]")),
                planted(
                        "advice.yaml, advice routine: unknown placeholder",
                        to -> to.replacing("advice.yaml", "Arrange an ordinary appointment.", "'Arrange {it}.'")),
                planted(
                        "advice.yaml: has no text for SELF_CARE to the clinic",
                        to -> to.replacing("advice.yaml", "urgency: [SELF_CARE]", "urgency: [ROUTINE]")),
                planted(
                        "advice.yaml, advice routine: must not tell a patient",
                        to -> to.replacing(
                                "advice.yaml",
                                "You should have an appointment; it need not be today.",
                                "There is nothing wrong with your back.")),
                planted(
                        "advice.yaml, advice urgent: duplicate id",
                        to -> to.replacing("advice.yaml", "id: soon", "id: urgent")));
    }

    /** One defect of each kind, in files and rules of their own: none hides another. */
    @Test
    void severalAtOnceAreAllNamed() {
        assertThat(new PlantedDefects()
                        .inRule(EMERGENCY, "TOS-3", "thoracicOutlet.paleOrColdHand", "thoracicOutlet.coldHand")
                        .inRule(URGENT, "CES-3", "doesNotFire: [CES-2]", "doesNotFire: [CES-4]")
                        .inRule(URGENT, "CES-4", "doesNotFire: [CES-1]", "doesNotFire: [CES-3]")
                        .inRule(URGENT, "CANCER-2", "sources: [S1.10]", "sources: [S1.12]")
                        .inRule(SOON, "AGE-1", "urgency: SOON", "urgency: ROUTINE")
                        .inRule(
                                SOON,
                                "ACUTE-2",
                                "- pain.unremitting: true",
                                "- pain.unremitting: true\n      - pain.unremitting: false")
                        .replacing(
                                "cases/soon.yaml",
                                "{history.abnormalInflammatoryMarkers: true}",
                                "{history.abnormalInflammatoryMarkers: false}")
                        .replacing("cases/routine.yaml", "  nearMiss:\n    - {history.rheumaticDiagnosis: false}\n", "")
                        .replacing(MAIN, "target: PT24H", "target: P14D")
                        .replacing(MAIN, "  - question: history.cancer\n", "")
                        .replacing("advice.yaml", "Arrange an ordinary appointment.", "'Arrange {it}.'")
                        .holding("notes.txt", "x")
                        .told())
                .contains(
                        "rules/emergency.yaml, TOS-3: unknown answer path: thoracicOutlet.coldHand",
                        "rules/urgent.yaml, CES-3: rules refer to each other in a circle: [CES-3, CES-4]",
                        "rules/urgent.yaml, CANCER-2: unresolved source: S1.12",
                        "rules/soon.yaml, AGE-1: urgency ROUTINE does not belong into this file, which is for [SOON]",
                        "rules/soon.yaml, ACUTE-2: its condition can never be met",
                        "cases/soon.yaml, RHEUM-3: does not fire for firing case 1",
                        "rules/routine.yaml, RHEUM-2: has no near-miss case",
                        "ruleset.yaml, urgency SOON: its target must be longer than that of every more urgent one",
                        "ruleset.yaml, screen history.cancer: is missing: the emergency screen must ask it",
                        "advice.yaml, advice routine: unknown placeholder",
                        "notes.txt: unknown file: the ruleset does not name it");
    }

    private static Arguments planted(String told, UnaryOperator<PlantedDefects> planting) {
        return Arguments.of(told, planting);
    }
}
