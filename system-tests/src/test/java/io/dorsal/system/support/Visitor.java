package io.dorsal.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Somebody who visits pages, with a session of his own. Whatever a page reports to the console as an error, such as a script
 * that fails or a breach of its Content-Security-Policy, fails the test at its end.
 */
public final class Visitor implements AutoCloseable {

    private static final int PHONE = 390;
    private static final int DESK = 1440;
    private static final int HEIGHT = 900;

    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.setViewportSize(DESK, HEIGHT);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
    }

    /** The browser's page, for whatever a person does on it. */
    public Page page() {
        return page;
    }

    /** Goes to an address of the service. */
    public Visitor visit(String path) {
        page.navigate(path);
        return this;
    }

    /** Signs in at the identity provider, where visiting a page has led. */
    public Visitor signIn(String account) {
        page.locator("input[name=username]").fill(account);
        page.locator("input[name=password]").fill(account);
        page.locator("button[type=submit]").click();
        return this;
    }

    /**
     * Takes a picture of the page at the widths of a phone and of a desk, into {@code target/screenshots}; only where they are
     * asked for by {@code -Ddorsal.tests.pictures=true}, since they take longer than the tests.
     */
    public void picture(String name) {
        if (!Boolean.getBoolean("dorsal.tests.pictures")) {
            return;
        }
        for (int width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, HEIGHT);
            page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(pictures(name + "-" + width)));
        }
    }

    /** Finds no violation by axe, in light and in dark, and takes {@linkplain #picture pictures} of both. */
    public void assertAccessible(String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
            picture(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
            List<Rule> violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations)
                    .as("%s, %s", name, scheme)
                    .extracting(rule -> rule.getId() + " " + rule.getHelp() + " "
                            + rule.getNodes().stream()
                                    .map(node -> String.valueOf(node.getHtml()))
                                    .toList())
                    .isEmpty();
        }
    }

    /** What the page does not do: scroll sideways, at the narrowest width that is promised. */
    public void assertFits() {
        page.setViewportSize(320, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        page.setViewportSize(DESK, HEIGHT);
    }

    /** Takes the network away, or gives it back. */
    public void offline(boolean offline) {
        context.setOffline(offline);
    }

    /** Errors that a test has brought about itself are not held against the page. */
    public void forgetErrors() {
        errors.clear();
    }

    @Override
    public void close() {
        context.close();
        assertThat(errors).as("what the page reported to the console").isEmpty();
    }

    private static Path pictures(String name) {
        return Repository.path("system-tests/target/screenshots/" + name + ".png");
    }
}
