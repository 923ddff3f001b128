package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Script;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Slack does not take is shown to those who can do something about it, and they do. */
class OutboxTest extends Conversation {

    private static final Pattern ID = Pattern.compile("`(\\d+)` A message");

    private static RunningBot own;

    private final Script slack = coalmine.sandbox().script();

    OutboxTest() {
        super(own);
    }

    @BeforeAll
    static void start() {
        own = RunningBot.start(RunningBot.h2());
    }

    @AfterAll
    static void stop() {
        own.close();
    }

    @AfterEach
    void mend() {
        slack.clearFaults();
        alice.types("general", "/incident outbox again all");
        eventuallyInTheOutbox("Nothing was given up.");
    }

    @Test
    void anOperatorSeesWhyAndSendsItAgain() {
        var incident = withAMessageGivenUp("restricted_action", "Not allowed to say");

        assertThat(outbox(alice))
                .contains("Given up: 1")
                .contains("A message into the channel of incident %d, given up".formatted(incident.number()))
                .contains("a setting of the workspace forbids it")
                .contains("To do: ask an administrator of the workspace");
        assertThat(doctor())
                .contains("a message into the channel of incident", "because a setting of the workspace forbids it");

        assertThat(alice.types("general", "/incident outbox again " + id()).text())
                .contains("is sent again");
        incident.channel().eventuallyShows("Severity is now SEV-1");
        eventuallyInTheOutbox("Nothing was given up.");
    }

    @Test
    void whoIsNoOperatorIsToldWhoIs() {
        assertThat(bob.types("general", "/incident outbox").text()).contains("The outbox is for operators: alice.");
        assertThat(bob.types("general", "/incident outbox drop 1").text()).contains("The outbox is for operators");
    }

    @Test
    void whatIsDroppedIsGoneAndOnRecord() {
        var incident = withAMessageGivenUp("restricted_action", "Dropped for good");

        assertThat(outbox(alice)).contains("a setting of the workspace forbids it", "ask an administrator");
        assertThat(alice.types("general", "/incident outbox drop " + id()).text())
                .contains("is dropped");

        assertThat(outbox(alice)).contains("Nothing was given up.");
        assertThat(timeline(incident))
                .contains("Dropped a message into the channel that could not be delivered, because a setting of"
                        + " the workspace forbids it. — <@U0ALICE000>");
    }

    @Test
    void itStandsOnTheirHomeTabWithButtons() {
        alice.opensHome();
        var incident = withAMessageGivenUp("restricted_action", "At home");

        Eventually.passes(() -> assertThat(home(alice))
                .contains("Could not be delivered to Slack: 1", "of incident %d".formatted(incident.number())));
        assertThat(home(bob)).doesNotContain("Could not be delivered");

        alice.clicksAtHome("say:outbox again " + id());
        incident.channel().eventuallyShows("Severity is now SEV-1");
        Eventually.passes(() -> assertThat(home(alice)).doesNotContain("Could not be delivered"));
    }

    @Test
    void operatorsAreToldOnceOfAllOfIt() {
        var incident = declared("Many at once");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsWith("restricted_action", "chat.postMessage", 2);
        for (var severity : new int[] {1, 2}) {
            incident.hears(alice, "severity " + severity);
            eventuallyInTheOutbox("Given up: " + severity);
        }

        Eventually.passes(() -> assertThat(tellings()).containsExactly("sent"));
    }

    @Test
    void wrongWordsAreAnsweredWithRightOnes() {
        assertThat(alice.types("general", "/incident outbox away").text()).contains("Usage: `/incident outbox [again");
        assertThat(alice.types("general", "/incident outbox again soon").text())
                .contains("Name the message by the number");
        assertThat(alice.types("general", "/incident outbox drop 987654").text())
                .contains("There is no message 987654 that was given up.");
        assertThat(alice.types("general", "/incident outbox again all").text()).contains("Nothing was given up.");
    }

    private Declared withAMessageGivenUp(String error, String title) {
        var incident = declared("sev:3 " + title);
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        slack.failsWith(error, "chat.postMessage", 1);
        incident.hears(alice, "severity 1");
        eventuallyInTheOutbox("Given up: 1");
        slack.clearFaults();
        return incident;
    }

    private void eventuallyInTheOutbox(String words) {
        Eventually.passes(() -> assertThat(outbox(alice)).contains(words));
    }

    private static String outbox(Actor who) {
        return shown(who.types("general", "/incident outbox"));
    }

    private String doctor() {
        return alice.types("general", "/incident doctor").text();
    }

    private String id() {
        var id = ID.matcher(outbox(alice));
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    /** What became of each message to the operator; all stories here together take less than the pause between two. */
    private List<String> tellings() {
        return coalmine.application()
                .getBean(JdbcClient.class)
                .sql("select state from outbox where lane = 'operators:alice'")
                .query(String.class)
                .list();
    }

    private static String home(Actor who) {
        return who.opensHome().view().map(Object::toString).orElse("");
    }
}
