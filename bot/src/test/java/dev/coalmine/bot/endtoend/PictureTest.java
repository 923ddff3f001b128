package dev.coalmine.bot.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Eventually;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the README's picture anew:
 * {@code mvn test -pl bot -am -Dtest=PictureTest -Dsurefire.failIfNoSpecifiedTests=false -Dpicture=docs/sandbox.png}.
 */
@EnabledIfSystemProperty(named = "picture", matches = ".+", disabledReason = "Makes a picture; checks nothing.")
class PictureTest {

    @Test
    void anIncidentUnderWay() {
        // The browser is closed first, so that nobody looks on while the bot stops.
        try (var coalmine = RunningBot.start(RunningBot.h2());
                var browser = Browser.open()) {
            Eventually.passes(() -> assertThat(coalmine.sandbox().script().connected())
                    .as("the bot is connected")
                    .isTrue());
            var alice = browser.studio(coalmine.sandbox().url() + "/?as=alice&in=general");
            var bob = browser.desk(coalmine.sandbox().url() + "/?as=bob&in=general");
            underWay(coalmine, alice, bob);
            alice.isPictured(Path.of(System.getProperty("basedir", ".")).resolveSibling(System.getProperty("picture")));
        }
    }

    private static void underWay(RunningBot coalmine, Window alice, Window bob) {
        alice.types("/incident declare sev:4 Search is slow for some");
        assertThat(alice.channelLink("-search-is-slow-for-some")).isVisible();
        Pager.to(coalmine)
                .pagerduty("Checkout is down", "checkout", "alice@example.com")
                .triggers(Instant.now());
        alice.opens("-checkout-is-down");
        bob.opens("-checkout-is-down");
        assertThat(bob.message("Who takes it?")).isVisible();
        bob.presses(bob.card(), "I take command");
        assertThat(alice.message("@bob is commander.")).isVisible();
        alice.types("Payments from Europe time out, the rest is fine :eyes:");
        bob.reactsWithPushpin(bob.message("Payments from Europe"));
        bob.types("/incident surprise The standby had never taken traffic");
        conversation(alice, bob);
        assertThat(alice.topic()).containsText("Commander: @bob");
        alice.types("/incident timeline 4");
        assertThat(alice.message("The standby had never")).isVisible();
        alice.scrollsTo(alice.card());
        alice.page().mouse().move(0, 0);
    }

    private static void conversation(Window alice, Window bob) {
        alice.answersInThread(alice.message("Payments from Europe"), "It began with release 4.2, at about nine");
        bob.answersInThread(bob.message("Payments from Europe"), "Then let us go back to 4.1 first, and ask why after");
        alice.answersInThread(alice.message("Payments from Europe"), "@coalmine note Rolling back to 4.1 in Europe");
        bob.answersInThread(bob.message("Payments from Europe"), "Watching the error rate 📉");
    }
}
