package io.dorsal.system.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;

/** The form of intake, as somebody at a desk uses it. */
public final class Form {

    private static final double PATIENCE = 30_000;

    public static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(PATIENCE);
    public static final ContainsTextOptions CONTAINED_SOON = new ContainsTextOptions().setTimeout(PATIENCE);

    public static final HasTextOptions TOLD_SOON = new HasTextOptions().setTimeout(PATIENCE);

    private static final int MOST_TABS = 120;

    private final Page page;

    private Form(Page page) {
        this.page = page;
    }

    /** Signs in as an account, and waits for the empty form. */
    public static Form open(Visitor visitor, String account) {
        Page page = visitor.visit("/").signIn(account).page();
        assertThat(page.locator("#screen-count")).containsText("answered", CONTAINED_SOON);
        return new Form(page);
    }

    /** An ordinary back pain of a patient, with the whole emergency screen answered. */
    public Form fillIn(String patient) {
        page.locator("[id='patient.reference']").fill(patient);
        page.locator("[id='patient.ageYears']").fill("40");
        page.locator("[id='pain.durationDays']").fill("35");
        return choose("neuro.bladder", "NORMAL")
                .choose("neuro.bowelIncontinence", "false")
                .choose("neuro.saddleNumbness", "false")
                .choose("neuro.weakness", "NONE")
                .choose("neuro.sensoryChange", "NONE")
                .choose("pain.trigger", "POSTURE")
                .choose("systemic.fever", "false")
                .choose("history.cancer", "NONE")
                .choose("patient.sexAtBirth", "FEMALE")
                .choose("pain.regions", "LUMBAR")
                .choose("pain.severity", "5")
                .choose("pain.radiation", "none");
    }

    public Form choose(String path, String value) {
        option(path, value).check();
        return this;
    }

    public Locator question(String path) {
        return page.locator("[data-path='" + path + "']");
    }

    public Locator option(String path, String value) {
        return question(path).locator("input[value='" + value + "']");
    }

    /** The urgency that is shown. */
    public Locator verdict(String urgency) {
        return page.locator("#verdict .urgency.large[data-urgency=" + urgency + "]");
    }

    /** Goes to a field by the tab key, and types. */
    public Form typeInto(String id, String text) {
        tabTo("[id='" + id + "']");
        page.keyboard().type(text);
        return this;
    }

    /** Goes to what matches by the tab key alone. */
    public void tabTo(String selector) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("the tab key does not lead to " + selector);
    }

    public void submit() {
        page.locator("#submit").click();
    }
}
