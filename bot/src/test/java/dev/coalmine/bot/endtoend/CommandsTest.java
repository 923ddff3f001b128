package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Said;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word, by every way in which people can say it. */
class CommandsTest extends Conversation {

    private enum Way {
        SLASH_COMMAND_IN_THE_CHANNEL,
        SLASH_COMMAND_FROM_ELSEWHERE,
        MENTION_IN_A_THREAD,
        MENTION_FROM_ELSEWHERE
    }

    @ParameterizedTest
    @EnumSource
    void theWholeLifeOfAnIncident(Way way) {
        var other = declared("Something like it");
        var incident = declared("sev:3 service:checkout Told by " + way.name().toLowerCase());
        var story = new Story(incident, way);

        bob.joins(incident.name());
        carol.joins(incident.name());
        story.expect(alice, "status", "SEV-3");
        story.expect(alice, "severity 1", "is SEV-1 now");
        story.expect(alice, "sev 2", "is SEV-2 now");
        story.expect(alice, "title Checkout answers slowly", "is now called *Checkout answers slowly*");
        story.expect(alice, "commander", "You command incident");
        story.expect(alice, "commander @bob", "<@U0BOB00000> commands incident");
        story.expect(alice, "commander", "You command incident");
        story.expect(alice, "role scribe @carol", "<@U0CAROL000> is scribe");
        story.expect(bob, "join operations", "as operations");
        story.expect(alice, "roles", "*Scribe*: <@U0CAROL000>");
        story.expect(bob, "leave", "You left incident");
        story.expect(bob, "note Errors began in Europe at " + anHourAgo(bobsZone()), ", at <!date^");
        story.expect(bob, "surprise The standby had never taken traffic", "Entry");
        story.expect(bob, "time began " + anHourAgo(bobsZone()), "impact began at <!date^");
        story.expect(alice, "stage identified The certificate expired", "is identified");
        story.expect(alice, "stage investigating", "needs a reason");
        story.expect(alice, "stage investigating It was another one", "is investigating");
        story.expect(alice, "identify The other certificate", "is identified");
        story.expect(alice, "mitigate Rolled back", "is mitigated");
        story.expect(alice, "amend 1 It began earlier", "corrects entry 1; the original stays");
        story.expect(alice, "timeline", "Rolled back");
        story.expect(alice, "timeline 1", "Earlier entries");
        story.expect(alice, "timeline verify", "The timeline is whole");
        story.expect(alice, "link %d".formatted(other.number()), "Linked incident");
        story.expect(alice, "resolve New certificate is live", "is resolved");
        story.expect(alice, "close Review is on Thursday", "is closed");
        story.expect(alice, "reopen", "That needs a reason");
        story.expect(alice, "reopen The errors came back", "is investigating");
        story.expect(alice, "decline", "That needs a reason");
        story.expect(alice, "decline It was a test after all", "is declined");
        story.expect(alice, "reopen It was not", "is investigating");
        story.expect(alice, "export json", "on its way as a file");
        story.expect(alice, "private", "Slack cannot turn a public channel into a private one");
        story.expect(alice, "merge into %d".formatted(other.number()), "Merged incident");

        incident.channel().eventuallyShows("This incident goes on in");
        other.channel().eventuallyShows("Incident %d was merged into this one.".formatted(incident.number()));
        other.channel().eventuallyShows("Linked with incident %d.".formatted(incident.number()));
        assertThat(timeline(incident))
                .contains("SEV-1", "Checkout answers slowly", "Errors began in Europe", "Rolled back", "Merged into");
        assertThat(seal(incident)).contains("The timeline is whole");
    }

    @ParameterizedTest
    @EnumSource(names = {"SLASH_COMMAND_FROM_ELSEWHERE", "MENTION_IN_A_THREAD"})
    void whatCanBeAskedAnywhere(Way way) {
        var incident = declared("sev:1 Asked from anywhere");
        var story = new Story(incident, way);

        bob.joins(incident.name());
        story.expectAnywhere(alice, "list", "Asked from anywhere");
        story.expectAnywhere(alice, "list open", "Asked from anywhere");
        story.expectAnywhere(alice, "list recent", "Asked from anywhere");
        incident.hears(alice, "join");
        story.expectAnywhere(alice, "list mine", "Asked from anywhere");
        story.expectAnywhere(bob, "show %d".formatted(incident.number()), "Asked from anywhere");
        story.expectAnywhere(bob, "#%d".formatted(incident.number()), "Asked from anywhere");
        story.expectAnywhere(bob, "services", "*auto-crane*");
        story.expectAnywhere(bob, "services checkout", "Depends on: payments, git");
        story.expectAnywhere(bob, "help", "severity &lt;1-4&gt;");
        story.expectAnywhere(bob, "help severity", "Usage: `/incident severity &lt;1-4&gt;`");
        story.expectAnywhere(bob, "doctor", "*Database*");
        story.expectAnywhere(bob, "alerts", "");
        story.expectAnywhere(bob, "declare Declared by the way", "Declared incident");
    }

    @Test
    void theShortAliasSaysTheSame() {
        assertThat(alice.types("general", "/inc help").text())
                .isEqualTo(alice.types("general", "/incident help").text())
                .isEqualTo(alice.types("general", "/incident").text());
    }

    @Test
    void aSlipOfTheFingerIsUnderstood() {
        assertThat(alice.types("general", "/incident delcare Checkout").text())
                .contains("Did you mean `/incident declare");
    }

    @Test
    void whatWasAskedInPrivateIsAnsweredInPrivate() {
        var incident = declared("Quiet answers");

        assertThat(incident.hears(alice, "status").ephemeral()).isTrue();
    }

    @Test
    void theExportArrivesAsAFile() {
        var incident = declared("Exported");

        for (var format : new String[] {"md", "csv", "json"}) {
            incident.hears(alice, "export " + format);
            incident.channel().eventually(channel -> assertThat(files(channel))
                    .contains("incident-%d-timeline.%s".formatted(incident.number(), format)));
        }
    }

    @Test
    void doctorFindsNothingWrongHere() {
        var findings = alice.types("general", "/incident doctor").text();

        assertThat(findings).contains("*Slack*", "*Database*", "*Outbox*", "*Timers*", "*Events*", "*Alert sources*");
        // Other stories in this workspace leave messages behind that could not be delivered.
        assertThat(findings.lines().filter(line -> !line.contains("*Outbox*"))).noneMatch(line -> line.contains(":x:"));
    }

    @Test
    void aTimeOfDayMeansTheWritersOwnClock() {
        var incident = declared("Two clocks");
        var typed = anHourAgo(ZoneId.of("Asia/Tokyo"));

        incident.hears(carol, "join");
        incident.channel().eventuallyShows("<@U0CAROL000> is responder.");
        incident.hears(carol, "note Errors began at " + typed);

        var record = coalmine.record(incident.number(), "json");
        assertThat(record).contains("Errors began");
        var entry = record.split("Errors began")[0];
        var utc = LocalTime.parse(typed).minusHours(9).format(DateTimeFormatter.ofPattern("HH:mm"));
        assertThat(entry.substring(entry.length() - 400)).contains("T" + utc + ":00");
    }

    private static String files(ChannelView channel) {
        return channel.messages().stream()
                .map(it -> it.json().path("files").toString())
                .collect(Collectors.joining());
    }

    private static String anHourAgo(ZoneId zone) {
        return LocalTime.now(zone).minusHours(1).format(DateTimeFormatter.ofPattern("HH:mm"));
    }

    private static ZoneId bobsZone() {
        return ZoneId.of("America/New_York");
    }

    /** Says a line in one way, and looks where that way is answered. */
    private final class Story {

        private final Declared incident;
        private final Way way;
        private final String thread;

        Story(Declared incident, Way way) {
            this.incident = incident;
            this.way = way;
            this.thread = alice.says(way == Way.MENTION_IN_A_THREAD ? incident.name() : "general", "Let us see");
        }

        void expect(Actor who, String words, String answer) {
            assertThat(said(who, words, answer)).as(words).contains(answer);
        }

        void expectAnywhere(Actor who, String words, String answer) {
            var said = way == Way.SLASH_COMMAND_FROM_ELSEWHERE
                    ? shown(who.types("launches", "/incident " + words))
                    : mentioned(who, incident.name(), words, answer);
            assertThat(said).as(words).contains(answer).isNotBlank();
        }

        private String said(Actor who, String words, String answer) {
            return switch (way) {
                case SLASH_COMMAND_IN_THE_CHANNEL -> shown(who.types(incident.name(), "/incident " + words));
                case SLASH_COMMAND_FROM_ELSEWHERE ->
                    shown(who.types("launches", "/incident #%d %s".formatted(incident.number(), words)));
                case MENTION_IN_A_THREAD -> mentioned(who, incident.name(), words, answer);
                case MENTION_FROM_ELSEWHERE ->
                    mentioned(who, "general", "#%d %s".formatted(incident.number(), words), answer);
            };
        }

        /** What is answered, which may be several messages, once it holds what is looked for. */
        private String mentioned(Actor who, String channel, String words, String answer) {
            var place = coalmine.sandbox().script().channel(channel);
            var before = answers(place).size();
            who.repliesTo(channel, thread, "@coalmine " + words);
            place.eventually(
                    it -> assertThat(since(before, it)).as(words).isNotBlank().contains(answer));
            return since(before, place);
        }

        private String since(int before, ChannelView channel) {
            var answers = answers(channel);
            return String.join("\n", answers.subList(Math.min(before, answers.size()), answers.size()));
        }

        private List<String> answers(ChannelView channel) {
            return channel.repliesTo(thread).stream()
                    .filter(it -> it.user().equals("coalmine"))
                    .map(Said::text)
                    .toList();
        }
    }
}
