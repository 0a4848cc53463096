package io.yobidashi.localcloud;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The machine's own browser, for tests of pages; without one they are skipped. */
final class Chromium implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium");
    private static final int HEIGHT = 800;
    private static final double PATIENCE_MS = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Chromium(Playwright playwright) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(EXECUTABLE).setArgs(List.of("--no-sandbox")));
    }

    static Chromium startOrSkip() {
        assumeTrue(Files.isExecutable(EXECUTABLE), EXECUTABLE + " is not there");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        return new Chromium(
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
    }

    /** A fresh page of somebody who reads English, closed with its context. */
    Page page(int width, ColorScheme colours) {
        Page page = browser.newContext(new Browser.NewContextOptions()
                        .setLocale("en-US")
                        .setViewportSize(width, HEIGHT)
                        .setColorScheme(colours))
                .newPage();
        page.onPageError(errors::add);
        return page;
    }

    /** What no script of a page caught, of all pages so far. */
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
