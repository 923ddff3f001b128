package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.Eventually;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HomeTest extends Conversation {

    @Test
    void theHomeTabListsOpenIncidentsAndFollowsThem() {
        alice.opensHome();
        var incident = declared("sev:1 On the home tab");
        eventuallyAtHome(alice, "*%d* · SEV-1 · Investigating · On the home tab".formatted(incident.number()));

        incident.hears(alice, "mitigate Turned it off");
        eventuallyAtHome(alice, "*%d* · SEV-1 · Mitigated".formatted(incident.number()));

        incident.hears(alice, "resolve Replaced it");
        Eventually.passes(() -> assertThat(home(alice)).doesNotContain("On the home tab"));
    }

    @Test
    void eachSeesOnlyWhatTheyMayKnow() {
        alice.opensHome();
        carol.opensHome();
        declared("private sev:1 Only for alice");
        declared("sev:1 For everybody at home");

        eventuallyAtHome(alice, "Only for alice");
        eventuallyAtHome(carol, "For everybody at home");
        assertThat(home(carol)).doesNotContain("Only for alice");
    }

    @Test
    void itsButtonsDeclareAndJoin() {
        alice.opensHome();
        eventuallyAtHome(alice, "Declare an incident");

        var incident = channelOf(alice.submits(
                alice.clicksAtHome("Declare an incident").viewId(), Map.of("title", "From home", "severity", "SEV-1")));
        eventuallyAtHome(alice, "From home");
        alice.clicksAtHome("say:#%d join".formatted(incident.number()));

        eventuallyOnTheCard(incident, "Responder: <@U0ALICE000>");
    }

    private static String home(Actor who) {
        return who.opensHome().view().map(Object::toString).orElse("");
    }

    private static void eventuallyAtHome(Actor who, String words) {
        Eventually.passes(() -> assertThat(home(who)).contains(words));
    }
}
