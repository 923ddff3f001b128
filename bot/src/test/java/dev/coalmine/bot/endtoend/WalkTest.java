package dev.coalmine.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.coalmine.sandbox.script.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The README's five minutes, by clicking and typing in the page. */
class WalkTest {

    private static Browser browser;
    private static RunningBot coalmine;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        coalmine = RunningBot.start(RunningBot.h2());
        Eventually.passes(() -> assertThat(coalmine.sandbox().script().connected())
                .as("the bot is connected")
                .isTrue());
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

    @AfterEach
    void closeWindows() {
        browser.closeWindows();
    }

    @Test
    void anIncidentFromDeclarationToExport() {
        var alice = browser.desk(seenBy("alice"));
        var bob = browser.desk(seenBy("bob"));

        // Alice declares, and the rest appears by itself.
        alice.types("/incident declare sev:3 service:checkout Checkout is down");
        assertThat(alice.message("Declared incident")).containsText("Only visible to you");
        assertThat(bob.message("Declared incident")).hasCount(0);
        assertThat(alice.channelLink("-checkout-is-down")).isVisible();
        alice.opens("-checkout-is-down");
        assertThat(alice.channelName()).hasText(Pattern.compile("inc-\\d+-checkout-is-down"));
        assertThat(alice.topic()).hasText("SEV-3 · Investigating · Commander: nobody yet · Checkout is down");
        assertThat(alice.bookmarks()).containsText("Timeline");
        assertThat(alice.bookmarks()).containsText("Runbook");
        assertThat(alice.card().getByRole(AriaRole.HEADING)).hasText("Checkout is down");
        assertThat(alice.onCard("Commander")).containsText("unfilled");
        assertThat(alice.message("Nobody commands this incident yet")).isVisible();
        bob.opens("incidents");
        var announcement = bob.message("Checkout is down");
        assertThat(announcement).containsText("SEV-3 · Investigating");

        // Bob, who owns the service, is in the channel already, and takes command.
        bob.opens("-checkout-is-down");
        bob.presses(bob.card(), "I take command");
        assertThat(bob.message("You command incident")).containsText("Only visible to you");
        assertThat(alice.onCard("Commander")).containsText("@bob");
        assertThat(alice.message("is commander.").getByText("@bob")).hasCount(1);
        assertThat(alice.message("Nobody commands this incident yet")).hasCount(0);
        bob.chooses(bob.card(), "Severity", "SEV-1");
        assertThat(alice.onCard("Severity")).containsText("SEV-1");
        assertThat(alice.message("Severity is now SEV-1 (was SEV-3).")).containsText("— bob");

        // What people see goes into the record, from wherever they write it.
        alice.fills("Add note", "What happened?", "Errors began in Europe");
        alice.isTold("of the timeline");
        alice.types("/incident note Payments are <slow> & late at 00:00");
        assertThat(alice.message("today 00:00:00")).containsText("Only visible to you");
        alice.types("The pool of *payments* is full");
        alice.reactsWithPushpin(alice.message("The pool of"));
        assertThat(bob.message("The pool of").getByLabel("pushpin, 1")).isVisible();
        bob.types("Release 4.2 went out at nine");
        bob.choosesFromMenu(bob.message("Release 4.2"), "Add to timeline");

        // It ends, step by step.
        bob.fills("Mitigate", "What helped?", "Rolled back to 4.1");
        bob.seesNoForm();
        assertThat(alice.message("Mitigated (was investigating): Rolled back to 4.1"))
                .isVisible();
        bob.fills("Resolve", "What ended it?", "The fixed client is live");
        bob.seesNoForm();
        assertThat(alice.message("the seal of the last is")).isVisible();
        assertThat(alice.onCard("Stage")).containsText("Resolved");
        assertThat(alice.topic()).hasText("SEV-1 · Resolved · Commander: @bob · Checkout is down");

        // The record has it all, and goes away as a file.
        alice.types("/incident timeline");
        var timeline = alice.message("Declared incident “Checkout is down”");
        for (var entry : List.of(
                "@bob is commander.",
                "Errors began in Europe — @alice",
                "today 00:00:00 Payments are <slow> & late — @alice",
                "The pool of payments is full — @alice link",
                "Release 4.2 went out at nine",
                "Mitigated (was investigating): Rolled back to 4.1 — @bob",
                "Resolved (was mitigated): The fixed client is live — @bob")) {
            assertThat(timeline).containsText(entry);
        }
        alice.types("/incident timeline verify");
        assertThat(alice.message("The timeline is whole")).isVisible();
        alice.types("/incident export md");
        assertThat(alice.downloads(alice.message("asked for by")))
                .startsWith("# Incident")
                .contains("Checkout is down", "Errors began in Europe", "Rolled back to 4.1");
        alice.opens("incidents");
        assertThat(alice.message("Checkout is down")).containsText("SEV-1 · Resolved");
        assertThat(alice.message("Checkout is down")).hasCount(1);
    }

    @Test
    void aPageOpensAChannelThatAppearsByItself() {
        var alice = browser.desk(seenBy("alice"));
        var dan = browser.desk(seenBy("dan"));

        Pager.to(coalmine)
                .pagerduty("Payments time out", "payments", "alice@example.com")
                .triggers(Instant.now());

        assertThat(alice.channelLink("-payments-time-out")).isVisible();
        dan.opens("-payments-time-out");
        assertThat(dan.onCard("Stage")).containsText("Triage");
        assertThat(dan.onCard("Noticed by")).containsText("a page");
        assertThat(dan.card()).containsText("Alerts: 1, of which 1 firing");
        assertThat(dan.message("Runbook:")).containsText("https://runbooks.example.com/payments");
        dan.presses(dan.message("Who takes it?"), "I take command");
        assertThat(dan.onCard("Commander")).containsText("@dan");

        alice.opensHome();
        assertThat(alice.home()).containsText("Payments time out");
        alice.presses(alice.home(), "Declare an incident");
        alice.form().getByLabel("What is wrong?").fill("Search is slow");
        alice.form().getByLabel("Severity").selectOption("SEV-4");
        alice.presses(alice.form(), "Declare");
        alice.isTold("Declared incident");
        assertThat(alice.home()).containsText("SEV-4 · Investigating · Search is slow");
        assertThat(alice.channelLink("-search-is-slow")).isVisible();
    }

    @Test
    void aMessageBecomesAnIncident() {
        var carol = browser.desk(seenBy("carol"));
        carol.types("Is the map empty for you too?");

        carol.choosesFromMenu(carol.message("Is the map empty"), "Declare an incident");
        assertThat(carol.form()).containsText("Is the map empty for you too?");
        carol.form().getByLabel("What is wrong?").fill("The map is empty");
        carol.presses(carol.form(), "Declare");
        carol.isTold("Declared incident");

        carol.opens("-the-map-is-empty");
        assertThat(carol.card().getByText("Where it was seen")).isVisible();
    }

    @Test
    void aHostileTitleLooksHarmless() {
        var alice = browser.desk(seenBy("alice"));
        alice.types("/incident declare <!channel> \u202Edereggub @here *b* `c` <https://evil.example|click>");

        alice.opens("-channel-dereggub-here-b-c-https-evil-example-click");

        assertThat(alice.card().getByRole(AriaRole.HEADING))
                .hasText("<!channel> dereggub @here *b* `c` <https://evil.example|click>");
        assertThat(alice.messages().locator(".mention.everyone")).hasCount(0);
        assertThat(alice.card().getByRole(AriaRole.LINK)).hasCount(0);
    }

    @Test
    void onAPhone() {
        var alice = browser.phone(seenBy("alice"));
        alice.types("/incident declare The phone rings");

        alice.opens("-the-phone-rings");
        alice.fitsThePhone();
        alice.presses(alice.card(), "I take command");
        assertThat(alice.onCard("Commander")).containsText("@alice");
        alice.fills("Add note", "What happened?", "It rang " + "on ".repeat(60) + "W".repeat(200));
        alice.isTold("of the timeline");
        alice.fills("Mitigate", "What helped?", "Picked up");
        alice.seesNoForm();
        assertThat(alice.onCard("Stage")).containsText("Mitigated");
        alice.types("/incident timeline");
        assertThat(alice.message("It rang on")).isVisible();
        alice.fitsThePhone();
        alice.types("/incident help");
        assertThat(alice.message("All commands:")
                        .or(alice.message("keeps the record of incidents"))
                        .first())
                .isVisible();
        alice.fitsThePhone();
    }

    @Test
    void byKeyboardAlone() {
        var alice = browser.desk(seenBy("alice"));
        alice.goesTo("Tab", "Message #");
        alice.writes("/incident declare The mouse is gone");
        alice.hits("Enter");
        assertThat(alice.channelLink("-the-mouse-is-gone")).isVisible();

        alice.goesTo("Shift+Tab", "-the-mouse-is-gone").hits("Enter");
        assertThat(alice.channelName()).hasText(Pattern.compile("-the-mouse-is-gone$"));
        assertThat(alice.message("Who takes it?")).isVisible();
        alice.goesTo("Tab", "I take command").hits("Enter");
        assertThat(alice.onCard("Commander")).containsText("@alice");

        alice.goesTo("Shift+Tab", "Mitigate").hits("Enter");
        assertThat(alice.form().getByLabel("What helped?")).isFocused();
        alice.writes("Found another mouse");
        alice.hits("Enter");
        assertThat(alice.form()).hasCount(0);
        assertThat(alice.message("Mitigated (was investigating): Found another mouse"))
                .isVisible();
        alice.goesTo("Tab", "Message #");
        alice.writes("/incident resolve The mouse is back");
        alice.hits("Enter");
        assertThat(alice.onCard("Stage")).containsText("Resolved");
    }

    private static String seenBy(String person) {
        return coalmine.sandbox().url() + "/?as=" + person + "&in=general";
    }
}
