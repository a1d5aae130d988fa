package io.dorsal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Browser;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.Form;
import io.dorsal.system.support.RunningBrowser;
import io.dorsal.system.support.RunningDorsal;
import io.dorsal.system.support.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A nurse fills in the form, and sees what becomes of it, whatever happens meanwhile. */
@Tag("browser")
@ExtendWith({RunningDorsal.class, RunningBrowser.class})
class WebFormIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern AN_ASSESSMENT = Pattern.compile("/api/assessments/[0-9a-f-]{36}$");

    private final Dorsal dorsal;
    private final Browser browser;
    private final String patient;

    WebFormIT(Dorsal dorsal, Browser browser) {
        this.dorsal = dorsal;
        this.browser = browser;
        this.patient = dorsal.anyPatient();
    }

    @Test
    void whatIsMissingIsToldBesideTheFieldAndInASummaryAndSigningOutForgetsTheRest() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north");
            Page page = north.page();
            assertThat(page.locator("#screen-count")).hasText("0 of 8 answered");
            assertThat(page.locator("#answers input:checked")).hasCount(0);
            north.assertAccessible("form");
            north.assertFits();

            form.choose("neuro.weakness", "MILD").choose("patient.sexAtBirth", "FEMALE");
            assertThat(page.locator("#screen-count")).hasText("1 of 9 answered");
            assertThat(form.question("neuro.deficitCourse")).isVisible();
            assertThat(form.question("neuro.erectileDysfunction")).isHidden();
            form.submit();

            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#problems li")).hasCount(5);
            assertThat(page.locator("[id='problem-patient.reference']")).isVisible();
            assertThat(page.locator("[id='patient.ageYears'][aria-invalid]")).isVisible();
            north.assertAccessible("form-problems");

            page.onDialog(Dialog::accept); // that the answers are discarded
            page.locator(".bar [data-sign-out]").click();
            north.signIn("north");
            assertThat(page.locator("#screen-count")).hasText("0 of 8 answered", Form.TOLD_SOON);
        }
    }

    @Test
    void anEmergencyIsSubmittedByKeyboardAloneAndSeenToReachOnCallStaff() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north");
            Page page = north.page();
            page.keyboard().press("n"); // the first open question of the emergency screen
            page.keyboard().press("ArrowRight");
            assertThat(form.option("neuro.bladder", "RETENTION")).isChecked();
            form.typeInto("patient.reference", patient).typeInto("patient.ageYears", "52");
            form.tabTo("#figure [tabindex='0']");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Space");
            assertThat(form.option("pain.regions", "LUMBAR")).isChecked();
            form.tabTo("input[name='pain.severity']");
            page.keyboard().press("ArrowLeft"); // from the first round to the last
            form.typeInto("pain.durationDays", "2");
            assertThat(form.verdict("EMERGENCY")).isVisible(Form.SOON);
            assertThat(page.locator("#verdict")).containsText("Preview, not submitted");

            page.reload();
            assertThat(form.option("neuro.bladder", "RETENTION")).isChecked();
            assertThat(form.verdict("EMERGENCY")).isVisible(Form.SOON);
            page.keyboard().press("Control+Enter");

            assertThat(page.locator("#standing")).containsText("Submitted and decided", Form.CONTAINED_SOON);
            assertThat(page.locator("#progress")).containsText("on-call staff are being told", Form.CONTAINED_SOON);
            assertThat(page.locator("#progress")).containsText("routed", Form.CONTAINED_SOON);
            assertThat(page.locator("#call")).isHidden();
            assertThat(page.locator("#assertive")).containsText("EMERGENCY");
            north.assertAccessible("form-emergency");

            page.reload();
            assertThat(form.verdict("EMERGENCY")).isVisible(Form.SOON);
        }
    }

    @Test
    void aDoubleClickSubmitsOnceAndWhatIsHiddenIsNotSubmitted() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north").fillIn(patient).choose("neuro.weakness", "SEVERE");
            form.choose("neuro.deficitCourse", "WORSENING").choose("neuro.weakness", "NONE");
            assertThat(form.question("neuro.deficitCourse")).isHidden();
            assertThat(form.verdict("ROUTINE")).isVisible(Form.SOON);

            north.page().locator("#submit").dblclick();

            assertThat(north.page().locator("#standing")).containsText("Submitted and decided", Form.CONTAINED_SOON);
            List<JsonNode> submitted = ofThePatient();
            assertThat(submitted).hasSize(1);
            assertThat(submitted.getFirst().at("/assessment/neuro").has("deficitCourse"))
                    .isFalse();
            assertThat(submitted.getFirst().at("/assessment/pain/radiation").isEmpty())
                    .isTrue();
        }
    }

    @Test
    void anOutageIsToldAndWhatWasSubmittedInItIsAcceptedOnceAfterwards() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north").fillIn(patient).choose("neuro.saddleNumbness", "true");
            Page page = north.page();
            assertThat(form.verdict("EMERGENCY")).isVisible(Form.SOON);
            dorsal.pauseBroker();
            try {
                form.submit();
                assertThat(page.locator("#standing")).containsText("takes no submissions", Form.CONTAINED_SOON);
                assertThat(page.locator("#verdict")).containsText("Not submitted");
                assertThat(page.locator("#call")).containsText("+49 30 5550 0199");
                north.assertAccessible("form-outage");
            } finally {
                dorsal.resumeBroker();
            }
            assertThat(page.locator("#standing")).containsText("Submitted and decided", Form.CONTAINED_SOON);
            assertThat(page.locator("#call")).isHidden();
            assertThat(ofThePatient()).hasSize(1);
            north.forgetErrors(); // of the answers 503
        }
    }

    @Test
    void offlineTheAnswersAreKeptAndSubmittedOnceTheNetworkIsBack() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north").fillIn(patient);
            Page page = north.page();
            assertThat(form.verdict("ROUTINE")).isVisible(Form.SOON);
            north.offline(true);
            form.submit();
            assertThat(page.locator("#standing")).containsText("This computer is offline", Form.CONTAINED_SOON);

            north.offline(false);

            assertThat(page.locator("#standing")).containsText("Submitted and decided", Form.CONTAINED_SOON);
            assertThat(ofThePatient()).hasSize(1);
            north.forgetErrors(); // of the requests that found no network
        }
    }

    @Test
    void anAmendmentThatRaisesTheUrgencySaysWhatItWas() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north").fillIn(patient);
            Page page = north.page();
            form.submit();
            assertThat(page.locator("#standing")).containsText("Submitted and decided", Form.CONTAINED_SOON);

            page.locator("#actions a", new Page.LocatorOptions().setHasText("Amend"))
                    .click();
            assertThat(form.option("neuro.saddleNumbness", "false")).isChecked();
            form.choose("neuro.saddleNumbness", "true");
            assertThat(form.question("neuro.saddleNumbness").locator(".was")).hasText("was no");
            assertThat(form.verdict("EMERGENCY")).isVisible(Form.SOON);
            north.assertAccessible("form-amend");
            form.submit();

            assertThat(page.locator("#standing")).containsText("revision 2", Form.CONTAINED_SOON);
            assertThat(page.locator("#verdict")).containsText("was");
            assertThat(page.locator("#progress")).containsText("on-call staff are being told", Form.CONTAINED_SOON);
        }
    }

    @Test
    void whereNoAlertIsConfirmedPeopleAreToldToCall() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Form form = Form.open(north, "north").fillIn(patient).choose("neuro.saddleNumbness", "true");
            Page page = north.page();
            page.route(AN_ASSESSMENT, WebFormIT::answerAsIfNoMessageWentOut);
            form.submit();

            assertThat(page.locator("#call")).containsText("no alert is confirmed", Form.CONTAINED_SOON);
            assertThat(page.locator("#call a")).hasText("+49 30 5550 0199");

            page.unroute(AN_ASSESSMENT);
            assertThat(page.locator("#progress")).containsText("on-call staff are being told", Form.CONTAINED_SOON);
            assertThat(page.locator("#call")).isHidden();
        }
    }

    /** Half a minute later, so that nobody has to wait for it. */
    private static void answerAsIfNoMessageWentOut(Route route) {
        APIResponse answer = route.fetch();
        ObjectNode read = (ObjectNode) JSON.readTree(answer.text());
        if (read.path("alert") instanceof ObjectNode alert) {
            alert.put("state", "NOTIFYING").remove("deliveredAt");
        }
        if (read.path("decision") instanceof ObjectNode decision) {
            Instant decidedAt = Instant.parse(decision.required("decidedAt").asString());
            decision.put("decidedAt", decidedAt.minusSeconds(30).toString());
        }
        route.fulfill(new FulfillOptions().setResponse(answer).setBody(read.toString()));
    }

    private List<JsonNode> ofThePatient() {
        return dorsal.clinic("clinic-north")
                .api()
                .post("/api/assessments/search", "{\"patientReference\": \"" + patient + "\"}")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}
