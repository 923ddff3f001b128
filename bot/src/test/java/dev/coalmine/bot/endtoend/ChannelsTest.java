package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Script;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an incident gets its one channel, whatever Slack does, and what happens when people change that channel. */
class ChannelsTest extends Conversation {

    private static final String TWICE = "inc-%d-twice";

    private final Script slack = coalmine.sandbox().script();

    @AfterEach
    void mend() {
        slack.clearFaults();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset_after", "http_500", "http_503", "ratelimited"})
    void aChannelOfWhichNobodyKnowsWhetherItWasMadeIsMadeOnce(String fault) {
        slack.failsBy(fault, "conversations.create", 1);

        var incident = declared("Unsure " + fault.replace('_', ' '));

        assertThat(named(incident.number())).hasSize(1);
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        assertThat(card(incident).text()).contains("Unsure");
    }

    @Test
    void aChannelThatWasRenamedBeforeAnybodyWroteItDownIsFoundAgain() {
        slack.failsBy("reset_after", "conversations.create", 1);
        slack.failsBy("ratelimited", "users.conversations", 2);
        var number = numberOf("Renamed at once");
        var made = incidentChannel(number);
        alice.joins(made.name());

        alice.renames(made.name(), "war-room-%d".formatted(number));

        var room = slack.channel("war-room-%d".formatted(number));
        room.eventuallyShows("Nobody commands this incident yet");
        assertThat(named(number)).isEmpty();
    }

    /** Found by the fault campaign (seed 3011, PostgreSQL): each look made the next one later, by minutes in the end. */
    @Test
    void bookmarksThatWaitForTheCardFollowItAtOnce() {
        slack.failsBy("http_503", "chat.postMessage", 1_000);
        var number = numberOf("Its card comes late");
        Eventually.passes(() -> assertThat(looksForTheCard(number)).isGreaterThan(3));

        assertThat(attemptsAtBookmarks(number)).isZero();
        slack.clearFaults();
        incidentChannel(number).eventuallyShows("Nobody commands this incident yet");
    }

    private int looksForTheCard(long number) {
        return bookmarks("turn", number);
    }

    private int attemptsAtBookmarks(long number) {
        return bookmarks("attempts - case when state = 'sending' then 1 else 0 end", number);
    }

    private int bookmarks(String what, long number) {
        return coalmine.application()
                .getBean(JdbcClient.class)
                .sql("select %s from outbox where slot = ?".formatted(what))
                .param("bookmarks:" + number)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Test
    void theChannelOfSomebodyElseIsLeftAlone() {
        var next = numberOf("Before the foreign channel") + 1;
        alice.creates(TWICE.formatted(next));

        var incident = declared("Twice");

        assertThat(incident.number()).isEqualTo(next);
        var own = slack.channel(TWICE.formatted(next) + "-2").eventuallyExists();
        own.eventually(it -> assertThat(it.pins()).hasSize(1));
        assertThat(slack.channel(TWICE.formatted(next)).members()).containsExactly("alice");
    }

    @Test
    void aForeignChannelIsNotTakenEvenWhenTheAnswerGotLost() {
        var next = numberOf("Before the foreign channel, unsure") + 1;
        alice.creates(TWICE.formatted(next));
        slack.failsBy("http_500", "conversations.create", 1);

        declared("Twice");

        slack.channel(TWICE.formatted(next) + "-2").eventuallyExists().eventually(it -> assertThat(it.pins())
                .hasSize(1));
        assertThat(slack.channel(TWICE.formatted(next)).members()).containsExactly("alice");
    }

    @Test
    void theChannelSaysWhatItWasMadeFor() {
        var incident = declared("Dedicated");

        incident.channel().eventuallyShows("Made by Coalmine for incident %d".formatted(incident.number()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"restricted_action", "user_is_restricted"})
    void anIncidentGoesOnWithoutAChannelWhenSlackRefusesOne(String error) {
        slack.failsWith(error, "conversations.create", 1);
        var number = numberOf("Without a channel");

        announcements().eventuallyShows("Slack did not make a channel: " + error);
        privately("alice", "Slack did not make a channel: " + error);
        assertThat(alice.types("general", "/incident #%d channel".formatted(number))
                        .text())
                .contains("Slack did not make a channel", "/incident #%d channel new".formatted(number));
        assertThat(alice.types("general", "/incident #%d severity 1".formatted(number))
                        .text())
                .contains("SEV-1");

        bob.types("general", "/incident #%d channel new".formatted(number));

        var channel = incidentChannel(number);
        channel.eventuallyShows("meanwhile the timeline took 1 entry");
        channel.eventually(it -> assertThat(it.members()).contains("alice"));
        channel.eventually(it -> assertThat(it.topic()).startsWith("SEV-1"));
        assertThat(alice.types("general", "/incident #%d channel".formatted(number))
                        .text())
                .isEqualTo("The channel of incident %d is <#%s>.".formatted(number, channel.id()));
        assertThat(bob.types("general", "/incident #%d channel new".formatted(number))
                        .text())
                .contains("It has its channel");
    }

    @Test
    void aChannelThatIsArchivedByHandEndsNothingAndComesBackUpToDate() {
        var incident = declared("sev:1 Closed by hand");
        announcements().eventuallyShows("Closed by hand");
        card(incident);
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        incident.hears(bob, "commander");

        alice.archives(incident.name());

        announcements().eventuallyShows("The channel was archived in Slack; the incident itself is unchanged.");
        privately("bob", "goes on without its channel");
        eventuallyInTheTimeline(incident, "The channel was archived in Slack");
        assertThat(mitigated(incident)).contains("is mitigated");
        announcements().eventuallyShows("*%d* · SEV-1 · Mitigated".formatted(incident.number()));
        assertThat(alice.types("general", "/incident list").text()).contains("no channel");

        alice.unarchives(incident.name());

        incident.channel().eventuallyShows("The incident is SEV-1, mitigated, and <@U0BOB00000> commands it.");
        eventuallyOnTheCard(incident, "*Stage*\nMitigated");
        eventuallyInTheTimeline(incident, "The channel was restored in Slack");
    }

    @Test
    void whenTheEventWasMissedTheNextMessageTells() {
        var incident = declared("Closed unheard");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        incident.hears(bob, "commander");
        eventuallyOnTheCard(incident, "*Commander*\n<@U0BOB00000>");
        slack.breaks(Json.object()
                .put("kind", "error")
                .put("error", "is_archived")
                .put("channel", incident.channel().id()));

        assertThat(mitigated(incident)).contains("is mitigated");

        privately("bob", "goes on without its channel. The channel was archived");
        eventuallyInTheTimeline(incident, "The channel was archived in Slack");

        carol.joins(incident.name());
        carol.says(incident.name(), "But I can write here");

        incident.channel().eventuallyShows("There was no channel from");
        eventuallyOnTheCard(incident, "*Stage*\nMitigated");
    }

    @Test
    void aDeletedChannelIsReplacedWhenSomebodyAsks() {
        var incident = declared("Deleted by hand");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        var before = incident.channel().id();

        alice.deletesChannel(incident.name());

        announcements().eventuallyShows("The channel was deleted in Slack");
        alice.types("general", "/incident #%d channel new".formatted(incident.number()));
        incident.channel().eventuallyShows("There was no channel from");
        assertThat(incident.channel().id()).isNotEqualTo(before);
        eventuallyOnTheCard(incident, "Deleted by hand");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
    }

    @Test
    void anArchivedChannelKeepsItsNameAndTheNextGetsAnother() {
        var incident = declared("Archived for good");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        alice.archives(incident.name());
        announcements().eventuallyShows("The channel was archived in Slack");

        alice.types("general", "/incident #%d channel new".formatted(incident.number()));

        slack.channel(incident.name() + "-2").eventuallyExists().eventuallyShows("There was no channel from");
    }

    @Test
    void aNewNameIsInTheRecord() {
        var incident = declared("Renamed by hand");
        incident.channel().eventuallyShows("Nobody commands this incident yet");

        alice.renames(incident.name(), "war-room-named-%d".formatted(incident.number()));

        eventuallyInTheTimeline(incident, "The channel is called #war-room-named-%d now".formatted(incident.number()));
        alice.types("general", "/incident #%d severity 1".formatted(incident.number()));
        slack.channel("war-room-named-%d".formatted(incident.number())).eventuallyShows("Severity is now SEV-1");
    }

    @Test
    void whenTheAnnouncementsMovedToAnotherChannelItIsLookedUp() {
        declared("Announced before");
        announcements().eventuallyShows("Announced before");
        alice.deletesChannel("incidents");
        alice.creates("incidents");
        alice.invites("incidents", "coalmine");

        declared("Announced after");

        announcements().eventuallyShows("Announced after");
    }

    @Test
    void coalmineItselfTakesNoRole() {
        var incident = declared("Commanded by a bot");
        eventuallyInTheTimeline(incident, "came into the channel");

        assertThat(incident.hears(alice, "commander @coalmine").text()).contains("is an app, or has left");
        assertThat(incident.hears(alice, "role scribe @coalmine").text()).contains("is an app, or has left");
    }

    private String mitigated(Declared incident) {
        return alice.types("general", "/incident #%d mitigate Turned off".formatted(incident.number()))
                .text();
    }

    private long numberOf(String title) {
        var said = alice.types("general", "/incident declare " + title).text();
        return Long.parseLong(said.replaceFirst("(?s).*?incident (\\d+).*", "$1"));
    }

    private List<ChannelView> named(long number) {
        return slack.channelsStarting("inc-%d-".formatted(number));
    }

    private void privately(String person, String words) {
        slack.channel("@" + person).eventuallyShows(words);
    }
}
