package io.dorsal.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.dorsal.platform.layout.Service;
import io.dorsal.system.support.Browser;
import io.dorsal.system.support.Case;
import io.dorsal.system.support.Dorsal;
import io.dorsal.system.support.RunningBrowser;
import io.dorsal.system.support.RunningDorsal;
import io.dorsal.system.support.Visitor;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Specialists work from their queue in the browser, two of them at once. Comes early: what other classes put into the queue
 * would fill the first page of it.
 */
@Order(1)
@Tag("browser")
@ExtendWith({RunningDorsal.class, RunningBrowser.class})
class WorklistPageIT {

    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(20_000);
    private static final ContainsTextOptions TOLD_SOON = new ContainsTextOptions().setTimeout(20_000);

    private final Dorsal dorsal;
    private final Browser browser;

    WorklistPageIT(Dorsal dorsal, Browser browser) {
        this.dorsal = dorsal;
        this.browser = browser;
    }

    @Test
    void ofTwoWhoAcceptAtOnceBothSeeItAndTheSecondIsToldInWords() {
        try (Visitor one = browser.visitor(Service.REFERRAL);
                Visitor other = browser.visitor(Service.REFERRAL)) {
            Page first = open(one, "spine");
            Page second = open(other, "admin");

            UUID id = dorsal.clinic("clinic-north")
                    .submit(aCase("EMERGENCY", "NEUROSURGERY").assessment());

            show(first, id);
            show(second, id);
            assertThat(first.locator("#assertive")).containsText("Emergency in Neurosurgery", TOLD_SOON);
            assertThat(first.locator("#file h2").first()).containsText("fresh-", TOLD_SOON);
            one.assertAccessible("worklist");
            one.assertFits();

            AtomicReference<@Nullable Route> held = new AtomicReference<>();
            second.route("**/accept", held::set);
            second.keyboard().press("a");
            first.keyboard().press("a");

            assertThat(first.locator("#file .notice")).containsText("Accepted", TOLD_SOON);
            assertThat(first.locator("#file .stands")).containsText("accepted by you");
            assertThat(row(second, id).and(second.locator("[data-state=ACCEPTED]")))
                    .isVisible(SOON);
            assertThat(row(first, id)).containsText("accepted by you");
            assertThat(row(second, id)).containsText("accepted by a colleague");
            assertThat(second.locator("#file .stands")).containsText("accepted by spine", TOLD_SOON);

            Objects.requireNonNull(held.get()).resume();
            assertThat(second.locator("#file .notice[data-kind=refused]"))
                    .containsText("Accept was not done. Meanwhile: accepted by spine", TOLD_SOON);
            other.forgetErrors(); // of the answer 412
            other.assertAccessible("worklist-conflict");
        }
    }

    @Test
    void aReferralIsWorkedOnByKeyboardAlone() {
        UUID id = dorsal.clinic("clinic-north")
                .submit(aCase("URGENT", "NEUROSURGERY").assessment());
        dorsal.clinic("clinic-north").outcome(id);
        try (Visitor spine = browser.visitor(Service.REFERRAL)) {
            Page page = open(spine, "spine");

            page.keyboard().press("/");
            page.keyboard().type(id.toString().substring(0, 8));
            page.keyboard().press("Enter");
            assertThat(page.locator("#list h2")).containsText("of assessment", TOLD_SOON);
            assertThat(page.locator("#file [data-action=accept]")).isVisible(SOON);
            assertThat(row(page, id)).containsText("likely late", TOLD_SOON);
            assertThat(page.locator("#summary")).containsText("likely late");
            spine.picture("worklist-forecast");
            page.keyboard().press("a");
            assertThat(page.locator("#file .notice")).containsText("Accepted", TOLD_SOON);

            page.keyboard().press("x");
            assertThat(page.locator("#field-queue")).isFocused();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#action .problems")).isFocused();
            assertThat(page.locator("#action .problems p")).hasCount(2);
            spine.assertAccessible("worklist-dialog");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.keyboard().type("Onc");
            page.keyboard().press("Tab");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.locator("#file .notice")).containsText("Redirected", TOLD_SOON);
            assertThat(page.locator("#file .history li").first()).containsText("redirected by you");
            page.keyboard().press("?");
            assertThat(page.locator("#shortcuts")).containsText("Return to the clinic");
        }
    }

    @Test
    void aClinicReadsWhyItCameBackAndClosesIt() {
        UUID id = dorsal.clinic("clinic-north")
                .submit(aCase("URGENT", "NEUROSURGERY").assessment());
        dorsal.clinic("clinic-north").outcome(id);
        JsonNode referral = dorsal.api(Service.REFERRAL, "spine")
                .get("/api/referrals?assessmentId=" + id)
                .json()
                .path("items")
                .path(0);
        String path = "/api/referrals/" + referral.path("referralId").asString();
        try (Visitor north = browser.visitor(Service.INTAKE)) {
            Page page = north.visit("/assessments/" + id).signIn("north").page();
            assertThat(page.locator("main")).containsText("Cancel it", TOLD_SOON);

            dorsal.api(Service.REFERRAL, "spine")
                    .post(
                            path + "/return",
                            "application/json",
                            "\"" + referral.path("version").asLong() + "\"",
                            "{\"reason\": \"WORK_UP_NEEDED\", \"advice\": \"Please repeat the tests.\"}");
            assertThat(page.locator("main")).containsText("Please repeat the tests.", TOLD_SOON);
            north.picture("assessment-returned");
            page.locator("main a", new Page.LocatorOptions().setHasText("Close it"))
                    .click();

            assertThat(page.locator("#file .actions")).containsText("Amend the assessment", TOLD_SOON);
            assertThat(page.locator("#file")).containsText("Please repeat the tests.");
            north.assertAccessible("clinic-referral");
            north.assertFits();
            page.keyboard().press("c");
            page.locator("#field-reason").selectOption("ADVICE_FOLLOWED");
            page.locator("#action button[type=submit]").click();

            assertThat(page.locator("#file .notice")).containsText("Cancelled", TOLD_SOON);
            assertThat(row(page, id).and(page.locator("[data-state=CANCELLED]")))
                    .isVisible(SOON);
        }
    }

    private Page open(Visitor visitor, String account) {
        Page page = visitor.visit("/?queue=NEUROSURGERY").signIn(account).page();
        assertThat(page.locator("#connection[data-state=live]")).isVisible(SOON);
        assertThat(page.locator("#summary")).not().isEmpty();
        return page;
    }

    private static void show(Page page, UUID assessment) {
        assertThat(row(page, assessment)).isVisible(SOON);
        row(page, assessment).locator("th a").click();
        assertThat(page.locator("#file [data-action=accept]")).isVisible(SOON);
    }

    private static Locator row(Page page, UUID assessment) {
        return page.locator("#list tr[data-assessment='" + assessment + "']");
    }

    private static Case aCase(String urgency, String queue) {
        return Case.all().stream()
                .filter(one -> one.expected()
                        .path("referrals")
                        .valueStream()
                        .anyMatch(referral -> referral.path("queue").asString().equals(queue)
                                && referral.path("urgency").asString().equals(urgency)))
                .findFirst()
                .orElseThrow();
    }
}
