package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Titles come from people and machines, and may hold anything. */
class HostileTitlesTest extends Conversation {

    static Stream<String> titles() {
        return Stream.of(
                "<!channel> fire",
                "@channel @here @everyone @group fire",
                "<!subteam^S0PLATFORM> fire",
                "<@U0ERIN0000> did it",
                "@erin did it",
                "\u202Etxt.exe\u202C is \u2066odd\u2069",
                "x".repeat(10_000),
                "😀".repeat(3_000),
                "🔥🔥🔥",
                "one\ntwo\r\n<!here>\tthree",
                "*bold* _it_ ~gone~ `code` ```block```",
                "> quoted | <https://example.com|click> & &amp; <",
                "\u0000\u0007 bell \uD800 half",
                "Ünïcödé Straße 東京 \u0301\u0301\u0301",
                "#general -- '; drop table incident; --");
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aLineIsHarmless(String title) {
        assertHarmless(declared(title));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aFormIsHarmless(String title) {
        var form = alice.types("general", "/incident declare").viewId();
        var fitting = title.codePointCount(0, title.length()) > 1_000
                ? title.substring(0, title.offsetByCodePoints(0, 1_000))
                : title;

        assertHarmless(channelOf(alice.submits(
                form, Map.of("title", fitting, "service", fitting, "seen", fitting, "severity", "SEV-4"))));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aPageIsHarmless(String title) {
        var body = Json.object()
                .put("key", "hostile-" + title.hashCode())
                .put("status", "firing")
                .put("title", title)
                .put("service", title + story)
                .put("summary", title)
                .put("runbook", title);

        assertHarmless(incidentOf(Pager.to(coalmine).sends(body)));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void aNewTitleIsHarmless(String title) {
        var incident = declared("Harmless so far");
        incident.hears(alice, "title " + title);
        incident.hears(alice, "note " + title);
        incident.hears(alice, "mitigate Read it");

        incident.channel().eventuallyShows("Mitigated (was investigating): Read it");
        assertHarmless(incident);
    }

    @Test
    void aLineOfContextCallsNobodyTogether() {
        var incident = declared("Called together");
        incident.hears(alice, "mitigate @channel @here <!everyone> @platform");

        assertThat(incident.channel().eventuallyShows("Mitigated (was").mentions())
                .isEmpty();
    }

    private void assertHarmless(Declared incident) {
        assertThat(incident.name()).matches("inc-%d(-[a-z0-9]+)*".formatted(incident.number()));
        assertThat(incident.name().length()).isLessThanOrEqualTo(80);
        card(incident);
        announcements().eventuallyShows("*%d* · ".formatted(incident.number()));
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        assertPingsNobody(incident);
    }

    /** Coalmine names who did what, which is alice; it pings nobody whom a title names. */
    private void assertPingsNobody(Declared incident) {
        var all = Stream.concat(
                incident.channel().messages().stream(),
                announcements().messages().stream()
                        .filter(it -> it.text().contains("*%d* · ".formatted(incident.number()))));
        assertThat(all.filter(it -> it.user().equals("coalmine") && it.subtype().isEmpty()))
                .allSatisfy(it -> assertThat(it.mentions()).as(it.text()).isSubsetOf("alice"));
        assertThat(incident.channel().topic()).doesNotContain("<!", "\u202E").hasSizeLessThanOrEqualTo(250);
    }
}
