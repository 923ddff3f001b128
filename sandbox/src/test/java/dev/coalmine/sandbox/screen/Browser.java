package dev.coalmine.sandbox.screen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. Nothing is downloaded: where there is no browser, tests are skipped. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIETLY = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIETLY));
    }

    /** Skips the test, saying why, on a machine without a browser. */
    static Browser open() {
        var executable = installed();
        assumeTrue(
                executable.isPresent(),
                "Skipped: none of %s is on the PATH, so no page was looked at.".formatted(NAMES));
        return new Browser(executable.orElseThrow());
    }

    private static Optional<Path> installed() {
        var folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A window of its own, that shares nothing with the others. */
    Page window(int width, int height) {
        var options = new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB");
        var page = chromium.newContext(options).newPage();
        page.setDefaultTimeout(5_000);
        return page;
    }

    void closeWindows() {
        List.copyOf(chromium.contexts()).forEach(context -> context.close());
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
