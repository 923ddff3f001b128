package dev.coalmine.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.coalmine.sandbox.script.Eventually;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that works while Slack does not, in a browser. */
class StatusPageTest {

    private static final int DESK = 1_200;
    private static final Path PICTURES = Path.of("target", "status-page");

    private static Browser browser;
    private static RunningBot coalmine;
    private static int port;

    @BeforeAll
    static void startWithoutSlack() {
        browser = Browser.open();
        port = RunningBot.freePort();
        coalmine = RunningBot.startWithoutSlack(port);
    }

    @AfterAll
    static void stop() {
        if (coalmine != null) {
            coalmine.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void fromSlackAwayToAMessageSentAgain() {
        // Slack is away; an incident is declared all the same.
        declare("Checkout is <down> & \"out\"");
        declare("Payments time out");
        var page = browser.operator(coalmine.url() + "/status", RunningBot.API_TOKEN, DESK, ColorScheme.LIGHT);
        var banner = page.getByRole(AriaRole.ALERT);
        Eventually.passes(() -> {
            page.reload();
            assertThat(banner.count()).isEqualTo(1);
        });
        assertThat(banner).containsText("Slack has been away since");
        assertThat(page.getByRole(AriaRole.ROW).filter(saying("Urgent"))).isVisible();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(saying("Checkout is <down> & \"out\"")))
                .isVisible();
        assertThat(check(page, "Slack")).containsText("has been away for");
        assertThat(check(page, "Alert sources")).containsText("open to");
        pictured(page, "away-light");
        pictured(dark(), "away-dark");
        var phone = phone();
        assertThat(phone.evaluate("document.documentElement.scrollWidth")).isEqualTo(Window.PHONE_WIDTH);
        pictured(phone, "away-phone");

        // It comes back, and does not take one of the messages.
        coalmine = coalmine.meetingSlackAt(port);
        var slack = coalmine.sandbox().script();
        Eventually.passes(() -> {
            page.reload();
            assertThat(page.content()).contains("Slack can be reached.", "Nothing waits.");
        });
        Eventually.passes(
                () -> assertThat(slack.connected()).as("the bot is connected").isTrue());
        slack.failsWith("restricted_action", "chat.postMessage", 1);
        coalmine.sandbox().as("alice").types("general", "/incident #1 severity 1");
        Eventually.passes(() -> {
            page.reload();
            assertThat(page.content()).contains("Could not be delivered: 1");
        });
        var letter = page.getByRole(AriaRole.REGION).getByRole(AriaRole.LISTITEM);
        assertThat(letter).containsText("A message into the channel of incident 1, given up");
        assertThat(letter).containsText("a setting of the workspace forbids it");
        assertThat(letter).containsText("To do: ask an administrator of the workspace");
        pictured(page, "given-up-light");
        pictured(dark(), "given-up-dark");
        pictured(phone(), "given-up-phone");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Sent again: 1.");
        Eventually.passes(() -> {
            page.reload();
            assertThat(page.content()).doesNotContain("Could not be delivered");
        });
        slack.channelsStarting("inc-1-").getFirst().eventuallyShows("Severity is now SEV-1");
        browser.closeWindows();
    }

    @Test
    void itIsShownToNobodyElseAndCannotBeFramedOrForged() {
        var stranger = coalmine.get("/status", Map.of());
        var forged = coalmine.post(
                "/status/again", "which=all&token=0", Map.of("Authorization", password(), "Content-Type", FORM));
        var page = coalmine.get("/", Map.of("Authorization", password()));

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).doesNotContain("Waiting");
        assertThat(header(stranger, "WWW-Authenticate")).startsWith("Basic realm=\"coalmine\"");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    private static final String FORM = "application/x-www-form-urlencoded";

    private static void declare(String title) {
        var body = "{\"title\": \"%s\", \"service\": \"checkout\"}".formatted(title.replace("\"", "\\\""));
        var answer = coalmine.post(
                "/api/incidents", body, Map.of("Authorization", password(), "Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    private static String password() {
        return "Basic " + Base64.getEncoder().encodeToString(("anybody:" + RunningBot.API_TOKEN).getBytes(UTF_8));
    }

    private static Page dark() {
        return browser.operator(coalmine.url() + "/", RunningBot.API_TOKEN, DESK, ColorScheme.DARK);
    }

    private static Page phone() {
        return browser.operator(coalmine.url() + "/", RunningBot.API_TOKEN, Window.PHONE_WIDTH, ColorScheme.LIGHT);
    }

    private static Locator check(Page page, String name) {
        return page.getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator(".name", new Page.LocatorOptions().setHasText(name))))
                .last();
    }

    private static Locator.FilterOptions saying(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }

    private static void pictured(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
