package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeclaringTest extends Conversation {

    @Test
    void declaringMakesAChannelWithTopicPinnedCardAndAnnouncement() {
        var incident = declared("sev:2 service:checkout Checkout is down");

        assertThat(incident.name()).isEqualTo("inc-%d-checkout-is-down".formatted(incident.number()));
        incident.channel().eventually(channel -> {
            assertThat(channel.topic()).isEqualTo("SEV-2 · Investigating · Commander: nobody yet · Checkout is down");
            assertThat(channel.members()).contains("alice", "bob", "carol");
            assertThat(channel.pins()).hasSize(1);
            assertThat(channel.bookmarks()).contains("Timeline", "Runbook");
        });
        coalmine.sandbox()
                .script()
                .channel("incidents")
                .eventuallyShows("*%d* · SEV-2 · Investigating · Checkout is down".formatted(incident.number()));
    }

    @Test
    void aTitleAloneIsEnough() {
        var incident = declared("Search is slow");

        assertThat(card(incident).text()).contains("Search is slow", "SEV-3", "Investigating", "_unfilled_");
        incident.channel().eventuallyShows("Nobody commands this incident yet. Who takes it?");
    }

    @Test
    void withoutATitleAFormAsksForEverything() {
        var form = alice.types("general", "/inc declare").viewId();

        var incident = channelOf(alice.submits(
                form,
                Map.of(
                        "title", "Login is slow",
                        "severity", "SEV-2",
                        "service", "search",
                        "kind", "near miss",
                        "noticed", "A customer told us",
                        "seen", "Ten seconds & more\nfor everybody")));

        assertThat(incident.name()).isEqualTo("inc-%d-login-is-slow".formatted(incident.number()));
        assertThat(card(incident).text()).contains("SEV-2", "near miss", "search", "customer");
        assertThat(timeline(incident)).contains("Ten seconds &amp; more for everybody");
    }

    @Test
    void aFormWithoutATitleComesBackWithWhatIsWrong() {
        var form = alice.types("general", "/incident declare").viewId();

        assertThat(alice.submits(form, Map.of("title", "   "))
                        .errors()
                        .path("title")
                        .asString(""))
                .isNotEmpty();
    }

    @Test
    void aFormTakesWhateverPeopleWriteAsTheService() {
        var form = alice.types("general", "/incident declare").viewId();

        var incident = channelOf(alice.submits(form, Map.of("title", "Odd service", "service", "s".repeat(2_000))));

        assertThat(card(incident).text()).contains("ssss");
    }

    @Test
    void theGlobalShortcutOpensTheSameForm() {
        var form = bob.opensShortcut("declare").viewId();

        var incident = channelOf(bob.submits(form, Map.of("title", "Search is empty")));

        incident.channel().eventually(channel -> assertThat(channel.members()).contains("bob"));
    }

    @Test
    void declaringFromAMessageKeepsTheLinkToIt() {
        var ts = bob.says("general", "Is login slow for anybody else?");
        var form = carol.opensShortcut("declare_from_message", "general", ts);
        assertThat(shown(form)).contains("About: Is login slow for anybody else?");

        var incident = channelOf(carol.submits(form.viewId(), Map.of("title", "Login is slow again")));

        eventuallyOnTheCard(incident, "|Where it was seen>");
        assertThat(card(incident).text()).contains("p" + ts.replace(".", ""));
        incident.channel().eventually(channel -> assertThat(channel.bookmarks()).contains("Where it was seen"));
    }

    @Test
    void cardAndAnnouncementAreEditedInPlace() {
        var incident = declared("sev:3 Card in place");
        var card = card(incident);
        var announced = announcements().eventuallyShows("*%d* · SEV-3".formatted(incident.number()));

        incident.hears(alice, "severity 1");
        incident.hears(bob, "commander");
        incident.hears(bob, "mitigate Rolled back");

        eventuallyOnTheCard(incident, "Mitigated");
        eventuallyOnTheCard(incident, "<@U0BOB00000>");
        assertThat(card(incident).ts()).isEqualTo(card.ts());
        assertThat(announcements()
                        .eventuallyShows("*%d* · SEV-1 · Mitigated".formatted(incident.number()))
                        .ts())
                .isEqualTo(announced.ts());
        assertThat(announcements().messages().stream().filter(it -> it.text().contains("Card in place")))
                .hasSize(1);
    }

    @Test
    void aDrillIsNotAnnounced() {
        var drill = declared("drill sev:1 Practising the failover");
        eventuallyOnTheCard(drill, "drill");
        var next = declared("sev:1 After the drill");

        announcements().eventuallyShows("After the drill");
        assertThat(announcements().find(it -> it.text().contains("Practising"))).isEmpty();
        assertThat(next.number()).isGreaterThan(drill.number());
    }

    @Test
    void aPrivateIncidentAppearsNowhereElse() {
        var incident = declared("private sev:1 Leaked credentials");
        incident.channel().eventually(channel -> {
            assertThat(channel.secret()).isTrue();
            assertThat(channel.members()).containsExactlyInAnyOrder("alice", "coalmine");
        });
        declared("sev:1 After the leak");
        announcements().eventuallyShows("After the leak");

        assertThat(announcements().find(it -> it.text().contains("Leaked"))).isEmpty();
        assertThat(bob.types("general", "/incident list").text()).doesNotContain("Leaked");
        assertThat(bob.types("general", "/incident list recent").text()).doesNotContain("Leaked");
        for (var words : List.of("show %d", "#%d", "#%d status", "#%d timeline", "#%d export", "#%d join")) {
            assertThat(bob.types("general", "/incident " + words.formatted(incident.number()))
                            .text())
                    .isEqualTo("There is no incident %d. `/incident list` shows them.".formatted(incident.number()));
        }
        assertThat(alice.types("general", "/incident list").text()).contains("Leaked");
    }

    @Test
    void whoKnowsAPrivateIncidentIsNotAnsweredInPublic() {
        var incident = declared("private sev:1 Stolen laptop");

        var asked = alice.says("general", "@coalmine show " + incident.number());
        var listed = alice.says("general", "@coalmine list mine");

        general().eventually(channel -> assertThat(channel.repliesTo(asked)).isNotEmpty());
        general().eventually(channel -> assertThat(channel.repliesTo(listed)).isNotEmpty());
        assertThat(general().find(it -> it.onlyFor().isEmpty() && it.text().contains("Stolen")))
                .isEmpty();
    }

    @Test
    void securityIsAlwaysPrivate() {
        declared("security Somebody is in the build server")
                .channel()
                .eventually(channel -> assertThat(channel.secret()).isTrue());
    }
}
