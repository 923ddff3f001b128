package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is said becomes the record, once, with its own time, and whoever touches the record is found out. */
class TimelineTest extends Conversation {

    @Test
    void markedByEveryMeansAMessageIsOneEntry() {
        var incident = together("Marked by all");
        var ts = bob.says(incident.name(), "Europe answers slowly");

        alice.reacts(incident.name(), ts, "pushpin");
        eventuallyInTheTimeline(incident, "Europe answers slowly — <@U0BOB00000>");
        carol.reacts(incident.name(), ts, "round_pushpin");
        bob.pins(incident.name(), ts);
        alice.takesBack(incident.name(), ts, "pushpin");
        alice.reacts(incident.name(), ts, "pushpin");
        alice.opensShortcut("add_to_timeline", incident.name(), ts);
        incident.channel().eventuallyShows("That message is in the timeline already.");

        assertThat(entriesSaying(incident, "Europe answers slowly")).isEqualTo(1);
    }

    @Test
    void aMessageKeepsItsOwnTimeItsAuthorAndItsLink() {
        var incident = together("Its own time");
        var ts = bob.says(incident.name(), "The first error");
        carol.opensShortcut("add_to_timeline", incident.name(), ts);
        eventuallyInTheTimeline(incident, "The first error");

        var entry = entry(incident, "The first error");
        assertThat(Instant.parse(Json.text(entry, "happened"))).isEqualTo(timeOf(ts));
        assertThat(Instant.parse(Json.text(entry, "recorded"))).isAfter(timeOf(ts));
        assertThat(entry.toString()).contains("bob", "p" + ts.replace(".", ""));
    }

    @Test
    void aPinIsEnough() {
        var incident = together("Pinned");
        var ts = bob.says(incident.name(), "The graph is flat");
        bob.pins(incident.name(), ts);

        eventuallyInTheTimeline(incident, "The graph is flat");
    }

    @Test
    void aReplyInAThreadIsKeptToo() {
        var incident = together("Threads");
        var ts = bob.says(incident.name(), "What changed?");
        var reply = carol.repliesTo(incident.name(), ts, "The certificate did");
        alice.reacts(incident.name(), reply, "pushpin");

        eventuallyInTheTimeline(incident, "The certificate did — <@U0CAROL000>");
        assertThat(timeline(incident)).doesNotContain("What changed?");
    }

    @Test
    void editsAndDeletionsAreFollowedAndTheOriginalStays() {
        var incident = together("Followed");
        var ts = bob.says(incident.name(), "It began at ten");
        alice.reacts(incident.name(), ts, "pushpin");
        eventuallyInTheTimeline(incident, "It began at ten");

        bob.edits(incident.name(), ts, "It began at nine");
        eventuallyInTheTimeline(incident, "It began at nine");
        bob.deletes(incident.name(), ts);
        eventuallyInTheTimeline(incident, "The message was deleted in Slack.");

        assertThat(timeline(incident)).contains("It began at ten", "_corrects ");
        assertThat(seal(incident)).contains("The timeline is whole");
    }

    @Test
    void whatIsNotMarkedOrElsewhereIsNotKept() {
        var incident = together("Not kept");
        var here = bob.says(incident.name(), "Lunch?");
        alice.reacts(incident.name(), here, "pizza");
        var elsewhere = bob.says("general", "Unrelated");
        alice.reacts("general", elsewhere, "pushpin");
        alice.opensShortcut("add_to_timeline", "general", elsewhere);
        general().eventuallyShows("This channel belongs to no incident, so there is no timeline to add to.");

        var last = bob.says(incident.name(), "This one");
        alice.reacts(incident.name(), last, "pushpin");
        eventuallyInTheTimeline(incident, "This one");
        assertThat(timeline(incident)).doesNotContain("Lunch?", "Unrelated");
    }

    @Test
    void nothingThatIsKeptPingsAnybody() {
        var incident = together("Kept harmless");
        var ts = bob.says(incident.name(), "@channel look, *bold* & <b>");
        alice.reacts(incident.name(), ts, "pushpin");

        eventuallyInTheTimeline(incident, "look, *bold* &amp; &lt;b&gt;");
        assertThat(timeline(incident)).doesNotContain("<!channel>");
    }

    @ParameterizedTest
    @CsvSource({"md, text/markdown", "csv, text/csv", "json, application/json"})
    void theRecordIsServedToWhoeverHasTheToken(String ending, String type) {
        var incident = together("Served");
        incident.hears(alice, "note Half is back & well");
        var path = "/incidents/%d/timeline.%s".formatted(incident.number(), ending);

        var answer = coalmine.get(path, Map.of("Authorization", "Bearer " + RunningBot.API_TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(answer.body()).contains("Half is back", "Served");
        assertThat(coalmine.get(path, Map.of("Authorization", "Bearer wrong")).statusCode())
                .isEqualTo(401);
        assertThat(coalmine.get(path, Map.of()).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update timeline_entry set words = 'All was well' where incident = ? and number = 2 | was changed",
                "update timeline_entry set happened = recorded where incident = ? and number = 2 | was changed",
                "update timeline_entry set person = 'U0BOB00000' where incident = ? and number = 2 | was changed",
                "delete from timeline_entry where incident = ? and number = 2 | is missing"
            })
    void whoeverTampersWithTheDatabaseIsFoundOut(String tampering, String why) {
        var incident = together("Tampered with");
        incident.hears(alice, "note It was my fault at 00:01");
        incident.hears(alice, "severity 1");
        assertThat(seal(incident)).contains("The timeline is whole");

        assertThat(coalmine.application()
                        .getBean(JdbcClient.class)
                        .sql(tampering)
                        .param(incident.number())
                        .update())
                .isEqualTo(1);

        assertThat(seal(incident))
                .contains("*The timeline was tampered with.* Entry 2 is the first that is wrong")
                .contains(why);
        assertThat(coalmine.record(incident.number(), "md")).contains("The record is broken at entry 2");
    }

    /** An incident with all three in its channel. */
    private Declared together(String title) {
        var incident = declared(title);
        bob.joins(incident.name());
        carol.joins(incident.name());
        return incident;
    }

    private long entriesSaying(Declared incident, String words) {
        return timeline(incident).lines().filter(it -> it.contains(words)).count();
    }

    private JsonNode entry(Declared incident, String words) {
        var record = Json.parse(coalmine.record(incident.number(), "json"));
        return record.path("entries").values().stream()
                .filter(it -> it.toString().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static Instant timeOf(String ts) {
        var micros = new BigDecimal(ts).movePointRight(6).longValueExact();
        return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    }
}
