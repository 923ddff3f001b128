package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Said;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ButtonsTest extends Conversation {

    @Test
    void theCardsButtonsRunTheIncident() {
        var incident = declared("By buttons");

        press(incident, "I take command");
        eventuallyOnTheCard(incident, "*Commander*\n<@U0ALICE000>");
        press(incident, "Join");
        eventuallyOnTheCard(incident, "Responder: <@U0ALICE000>");
        submit(incident, "Identify", "line", "The certificate expired");
        eventuallyOnTheCard(incident, "*Stage*\nIdentified");
        submit(incident, "Mitigate", "line", "Rolled back");
        eventuallyOnTheCard(incident, "*Stage*\nMitigated");
        submit(incident, "Resolve", "line", "New certificate");
        eventuallyOnTheCard(incident, "*Stage*\nResolved");
        submit(incident, "Close", "line", "Nothing left");
        eventuallyOnTheCard(incident, "*Stage*\nClosed");
        submit(incident, "Reopen", "line", "It came back");
        eventuallyOnTheCard(incident, "*Stage*\nInvestigating");

        assertThat(timeline(incident)).contains("The certificate expired", "Rolled back", "New certificate", "It came");
    }

    @Test
    void aNoteIsWrittenByAForm() {
        var incident = declared("Noted by a form");

        submit(incident, "Add note", "text", "Half of <!channel> & Europe is back");

        eventuallyInTheTimeline(incident, "&amp; Europe is back");
        assertThat(timeline(incident)).doesNotContain("<!channel>");
    }

    @Test
    void aFormThatNeedsAReasonInsistsOnIt() {
        var incident = declared("Insisting");
        var form = alice.chooses(incident.name(), card(incident).ts(), "choose:more", "Decline: it is no incident")
                .viewId();

        assertThat(alice.submits(form, Map.of("line", "  "))
                        .errors()
                        .path("line")
                        .asString(""))
                .isNotEmpty();
        alice.submits(form, Map.of("line", "It was a test"));

        eventuallyOnTheCard(incident, "*Stage*\nDeclined");
    }

    @Test
    void theCardsMenusChooseSeverityAndShowTheRecord() {
        var incident = declared("By menus");

        choose(incident, "choose:severity", "SEV-1");
        eventuallyOnTheCard(incident, "*Severity*\nSEV-1");
        choose(incident, "choose:more", "Roles");
        incident.channel().eventuallyShows("*Falsifier*: _unfilled_");
        choose(incident, "choose:more", "Timeline");
        assertThat(incident.channel().eventuallyShows("`1` <!date^").onlyFor()).contains("alice");
        choose(incident, "choose:more", "Export as Markdown");
        incident.channel().eventually(channel -> assertThat(
                        channel.find(it -> !it.json().path("files").isEmpty()))
                .isPresent());
    }

    @Test
    void whoeverPressesFirstTakesCommandAndTheQuestionIsAnswered() {
        var incident = declared("Who takes it");
        var question = incident.channel().eventuallyShows("Nobody commands this incident yet");

        carol.clicks(incident.name(), question.ts(), "I take command");

        eventuallyOnTheCard(incident, "*Commander*\n<@U0CAROL000>");
        var answered = incident.channel().eventuallyShows("<@U0CAROL000> commands this incident.");
        assertThat(answered.ts()).isEqualTo(question.ts());
        assertThat(shownIn(answered)).doesNotContain("I take command");

        incident.hears(carol, "leave");

        var askedAgain = incident.channel().eventuallyShows("Nobody commands this incident yet");
        assertThat(askedAgain.ts()).isEqualTo(question.ts());
        assertThat(shownIn(askedAgain)).contains("I take command");
    }

    @Test
    void theAnnouncementLetsPeopleJoinFromOutside() {
        var incident = declared("Joined from outside");
        var announcement = announcements().eventuallyShows("Joined from outside");

        coalmine.sandbox().as("dan").clicks("incidents", announcement.ts(), "Join");

        incident.channel().eventually(channel -> assertThat(channel.members()).contains("dan"));
        eventuallyOnTheCard(incident, "Responder: <@U0DAN00000>");
    }

    @Test
    void aButtonThatSomebodyElsePressedASecondAgoSaysSo() {
        var incident = declared("Old buttons");
        incident.channel().eventuallyShows("Nobody commands this incident yet");
        coalmine.sandbox().script().failsBy("http_503", "chat.update", 2);
        var question = incident.channel().message("Nobody commands this incident yet");
        alice.clicks(incident.name(), question.ts(), "I take command");

        bob.clicks(incident.name(), question.ts(), "I take command");

        assertThat(incident.channel()
                        .eventuallyShows("<@U0ALICE000> commands incident %d already.".formatted(incident.number()))
                        .onlyFor())
                .contains("bob");
        coalmine.sandbox().script().clearFaults();
    }

    private static String shownIn(Said message) {
        return message.json().toString();
    }

    private void press(Declared incident, String button) {
        alice.clicks(incident.name(), card(incident).ts(), button);
    }

    private void submit(Declared incident, String button, String field, String words) {
        var form = alice.clicks(incident.name(), card(incident).ts(), button).viewId();
        alice.submits(form, Map.of(field, words));
    }

    private void choose(Declared incident, String menu, String option) {
        alice.chooses(incident.name(), card(incident).ts(), menu, option);
    }
}
