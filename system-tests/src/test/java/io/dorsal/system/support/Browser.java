package io.dorsal.system.support;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import io.dorsal.platform.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium without a window, which visits the pages of the services as a person does. Where none can be had, a test that
 * asks for it is skipped, and says what installs it.
 */
public final class Browser implements AutoCloseable {

    private static final List<String> ARGUMENTS =
            List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Dorsal dorsal;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, Dorsal dorsal) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.dorsal = dorsal;
    }

    static Browser start(Dorsal dorsal) {
        Path executable = obtain();
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(executable)
                                .setArgs(ARGUMENTS)),
                dorsal);
    }

    /** A new visitor of a service's pages, who has not signed in yet. */
    public Visitor visitor(Service service) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + dorsal.port(service))
                .setLocale("en-GB"));
        return new Visitor(context);
    }

    private static Path obtain() {
        try {
            Process process = new ProcessBuilder(
                            Repository.path("deploy/browser/obtain").toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            Assumptions.assumeTrue(process.waitFor() == 0, said);
            return Path.of(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
