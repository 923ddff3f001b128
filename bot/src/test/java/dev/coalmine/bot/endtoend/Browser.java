package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. Nothing is downloaded: where there is no browser, tests are skipped. */
final class Browser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIETLY =
            List.of("--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run");
    // A whole bot works behind the page, and topics wait for Slack's limits.
    private static final int PATIENCE_MS = 15_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(QUIETLY));
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    /** Skips the test, saying why, on a machine without a browser. */
    static Browser open() {
        var executable = installed();
        assumeTrue(
                executable.isPresent(),
                "Skipped: none of %s is on the PATH, so nobody walked through the page.".formatted(NAMES));
        return new Browser(executable.orElseThrow());
    }

    private static Optional<Path> installed() {
        var folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    Window desk(String url) {
        return window(url, new NewContextOptions().setViewportSize(1400, 900));
    }

    /** A large desk, drawn small enough to give a picture 1400 wide. */
    Window studio(String url) {
        return window(url, new NewContextOptions().setViewportSize(1700, 1094).setDeviceScaleFactor(1400 / 1700.0));
    }

    Window phone(String url) {
        return window(url, new NewContextOptions().setViewportSize(Window.PHONE_WIDTH, 844));
    }

    /** A page of Coalmine itself, with the password that it asks for. */
    Page operator(String url, String password, int width, ColorScheme colours) {
        return window(
                        url,
                        new NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(colours)
                                .setHttpCredentials("operator", password))
                .page();
    }

    private Window window(String url, NewContextOptions options) {
        // Far from everybody in the example team, so that a time shown in the wrong zone is seen.
        var page = chromium.newContext(options.setLocale("en-GB").setTimezoneId("Pacific/Honolulu"))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return new Window(at(page, url));
    }

    private static Page at(Page page, String url) {
        page.navigate(url);
        return page;
    }

    /** Ends the test's windows; none of them may have complained. */
    void closeWindows() {
        List.copyOf(chromium.contexts()).forEach(context -> context.close());
        var all = List.copyOf(complaints);
        complaints.clear();
        assertThat(all).isEmpty();
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
