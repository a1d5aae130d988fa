package io.dorsal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Api;
import io.dorsal.system.support.Browser;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningBrowser;
import io.dorsal.system.support.RunningDorsal;
import io.dorsal.system.support.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/** On-call staff see an emergency come up, wherever they look, and take it by one key. */
@Tag("browser")
@ExtendWith({RunningDorsal.class, RunningBrowser.class})
class ConsolePageIT {

    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(20_000);
    private static final ContainsTextOptions SAID_SOON = new ContainsTextOptions().setTimeout(20_000);

    private final Dorsal dorsal;
    private final Browser browser;
    private final String patient;

    ConsolePageIT(Dorsal dorsal, Browser browser) {
        this.dorsal = dorsal;
        this.browser = browser;
        this.patient = dorsal.anyPatient();
    }

    /** The administrator takes what others have left, so that the next emergency is the first of the list. */
    @BeforeEach
    void nothingIsBurning() {
        Api admin = dorsal.api(Service.NOTIFICATION, "admin");
        admin.all("/api/alerts?state=NOTIFYING")
                .forEach(alert ->
                        admin.post("/api/alerts/" + alert.path("alertId").asString() + "/acknowledge", ""));
    }

    @Test
    void anEmergencyComesUpInEachBrowserAndIsTakenByOneKey() {
        try (Visitor oncall = browser.visitor(Service.NOTIFICATION);
                Visitor admin = browser.visitor(Service.NOTIFICATION)) {
            Page mine = open(oncall, "oncall");
            Page theirs = open(admin, "admin");

            UUID assessment = dorsal.clinic("clinic-north").submit(anEmergency());
            Locator line = line(mine, assessment);
            Locator seen = line(theirs, assessment);
            assertThat(line).isVisible(SOON);
            assertThat(seen).isVisible(SOON);
            assertThat(line).containsText("mail delivered", SAID_SOON);
            assertThat(mine.locator("#answer")).containsText("nobody has acknowledged");
            assertThat(mine.locator("#assertive")).containsText("Emergency");
            assertThat(mine.locator("body")).not().containsText(patient);
            oncall.assertAccessible("console");
            oncall.assertFits();

            line.locator("h3 a").click();
            assertThat(mine.locator("#file")).containsText(patient, SAID_SOON);
            assertThat(mine.locator("#file a[href^='tel:+49']")).isVisible();
            mine.keyboard().press("Enter");

            assertThat(mine.locator("#notice")).containsText("it is yours", SAID_SOON);
            assertThat(mine.locator("li[data-state=ACKNOWLEDGED]" + of(assessment)))
                    .containsText("you have it");
            assertThat(theirs.locator("li[data-state=ACKNOWLEDGED]" + of(assessment)))
                    .containsText("(oncall) has it", SAID_SOON);
            oncall.assertAccessible("console-opened");
            oncall.assertFits();
            assertThat(mine.url()).contains("?alert=").doesNotContain(patient);

            mine.keyboard().press("c");
            assertThat(mine.locator("#file .standing")).containsText("the patient was contacted", SAID_SOON);
            mine.keyboard().press("x");
            mine.locator("#action input[value=HANDED_OVER]").check();
            oncall.picture("console-closing");
            mine.locator("#action button[type=submit]").click();

            assertThat(mine.locator("#file .standing")).containsText("Closed", SAID_SOON);
            assertThat(seen).isHidden();
        }
    }

    @Test
    void whatIsNotLiveIsNotCalledCalm() {
        try (Visitor oncall = browser.visitor(Service.NOTIFICATION)) {
            Page page = open(oncall, "oncall");

            oncall.offline(true);
            assertThat(page.locator("#answer")).containsText("Not connected", SAID_SOON);
            assertThat(page.locator("#advice")).containsText("+49 30");
            oncall.assertAccessible("console-lost");

            oncall.offline(false);
            assertThat(page.locator("#connection[data-state=live]")).isVisible(SOON);
            assertThat(page.locator("#answer")).not().containsText("Not connected");
            oncall.forgetErrors(); // of the requests that found no network
        }
    }

    private static Page open(Visitor visitor, String account) {
        Page page = visitor.visit("/").signIn(account).page();
        assertThat(page.locator("#connection[data-state=live]")).isVisible(SOON);
        assertThat(page.locator("#standing:not([data-standing=loading])")).isVisible(SOON);
        return page;
    }

    private ObjectNode anEmergency() {
        ObjectNode assessment = Case.all().stream()
                .filter(Case::isEmergency)
                .findFirst()
                .orElseThrow()
                .assessment()
                .deepCopy();
        ((ObjectNode) assessment.path("patient")).put("reference", patient);
        return assessment;
    }

    private static Locator line(Page page, UUID assessment) {
        return page.locator("li" + of(assessment));
    }

    private static String of(UUID assessment) {
        return "[data-assessment='" + assessment + "']";
    }
}
