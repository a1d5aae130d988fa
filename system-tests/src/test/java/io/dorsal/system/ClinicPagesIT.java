package io.dorsal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Browser;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningBrowser;
import io.dorsal.system.support.RunningDorsal;
import io.dorsal.system.support.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A clinic signs in, and sees what becomes of its assessments as it happens. */
@Tag("browser")
@ExtendWith({RunningDorsal.class, RunningBrowser.class})
class ClinicPagesIT {

    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(20_000);

    private final Dorsal dorsal;
    private final Browser browser;

    ClinicPagesIT(Dorsal dorsal, Browser browser) {
        this.dorsal = dorsal;
        this.browser = browser;
    }

    @Test
    void anEmergencyComesUpWithoutReloadingAndIsExplained() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Page page = north.visit("/assessments").signIn("north").page();
            assertThat(page.locator("#connection[data-state=live]")).isVisible(SOON);

            UUID id = dorsal.clinic("clinic-north").submit(anEmergency().assessment());

            Locator row = page.locator("#list tr[data-assessment='" + id + "']");
            assertThat(row.locator(".urgency[data-urgency=EMERGENCY]")).isVisible(SOON);
            assertThat(row.getByText("on-call staff are being told")).isVisible(SOON);
            assertThat(page.locator("#assertive")).containsText("Emergency");
            assertThat(page.url()).doesNotContain("reference");
            north.assertAccessible("assessments");
            north.assertFits();

            row.locator("th a").click();

            assertThat(page.locator("h2", new Page.LocatorOptions().setHasText("Why")))
                    .isVisible(SOON);
            assertThat(page.locator(".edge[data-urgency=EMERGENCY]").first()).isVisible(SOON);
            north.assertAccessible("assessment");
            north.assertFits();
        }
    }

    @Test
    void theListIsWalkedByKeyboard() {
        UUID id = dorsal.clinic("clinic-south").submit(anEmergency().assessment());
        try (Visitor south = browser.visitor(Service.INTAKE)) {
            Page page = south.visit("/assessments").signIn("south").page();
            assertThat(page.locator("[data-assessment='" + id + "']").first()).isVisible(SOON);

            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("?");
            assertThat(page.locator("dialog")).isVisible();
            assertThat(page.locator("dialog")).containsText("Filter by urgency");
            page.keyboard().press("Escape");
            page.keyboard().press("u");
            assertThat(page.locator("#urgency")).isFocused();
            page.keyboard().press("ArrowDown");

            assertThat(page.locator("#list [data-assessment='" + id + "']")).isVisible(SOON);
            assertThat(page.url()).contains("urgency=EMERGENCY");
        }
    }

    @Test
    void anAccountOfOperationsIsToldWhoMayOpenThePageAndSignsOut() {
        try (Visitor ops = browser.visitor(Service.INTAKE)) {
            Page page = ops.visit("/assessments").signIn("ops").page();

            assertThat(page.locator("h1")).hasText("This account cannot open this page");
            assertThat(page.locator("main")).containsText("is for clinic staff");
            ops.forgetErrors(); // of the answer 403 itself
            ops.assertAccessible("denied");

            page.locator("main [data-sign-out]").click();
            assertThat(page.locator("input[name=password]")).isVisible(SOON);
        }
    }

    @Test
    void aLostConnectionIsToldAndFound() {
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Page page = north.visit("/assessments").signIn("north").page();
            assertThat(page.locator("#connection[data-state=live]")).isVisible(SOON);

            north.offline(true);
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
            assertThat(page.locator("#stale")).isVisible(SOON);
            assertThat(page.locator("#stale")).containsText("old");

            north.offline(false);
            assertThat(page.locator("#connection[data-state=live]")).isVisible(SOON);
            assertThat(page.locator("#stale")).isHidden();
            north.forgetErrors(); // of the requests that found no network
        }
    }

    private static Case anEmergency() {
        return Case.all().stream().filter(Case::isEmergency).findFirst().orElseThrow();
    }
}
