package dev.coalmine.commands.workspace;

import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.people.People;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The chat, as commands see it: what they want said there goes into the outbox, within their transaction. Errands of
 * one incident are done in order, so its channel is there before anything is said in it.
 */
@Component
public class Workspace {

    /** What the lanes begin with in which operators are told of trouble. */
    public static final String OPERATORS = "operators:";

    private static final int URGENT = 1;
    private static final int NORMAL = 2;
    private static final int DECORATION = 3;

    private final Outbox outbox;
    private final People people;
    private final JsonMapper json;

    Workspace(Outbox outbox, People people, JsonMapper json) {
        this.outbox = outbox;
        this.people = people;
        this.json = json;
    }

    /** Gives the incident a channel, with its card as the first thing in it. */
    public void makeChannel(long incident) {
        add(lane(incident), null, URGENT, new Errand.MakeChannel(incident));
        add(lane(incident), null, URGENT, new Errand.DrawCard(incident));
    }

    /** Puts the rest into a channel that has just been made. */
    public void furnish(long incident) {
        add(decoration(incident), "topic:" + incident, DECORATION, new Errand.SetTopic(incident));
        add(decoration(incident), "bookmarks:" + incident, DECORATION, new Errand.SetBookmarks(incident));
    }

    /** Shows the incident as it is now, in its channel. */
    public void redraw(long incident) {
        add(lane(incident), "card:" + incident, NORMAL, new Errand.DrawCard(incident));
        // A lane of its own: Slack takes 20 topics a minute for all incidents, and no message should wait for that.
        add(decoration(incident), "topic:" + incident, DECORATION, new Errand.SetTopic(incident));
    }

    /** Shows the incident as it is now where incidents are announced. */
    public void announce(long incident) {
        add("announcements", "announcement:" + incident, URGENT, new Errand.DrawAnnouncement(incident));
    }

    public void invite(long incident, List<String> whom) {
        if (!whom.isEmpty()) {
            add(lane(incident), null, URGENT, new Errand.Invite(incident, List.copyOf(whom)));
        }
    }

    /** Says something to everybody in the incident's channel. */
    public void say(long incident, String markup, Errand.Choice... choices) {
        join(lane(incident), new Errand.Post(incident, markup, List.of(choices)), choices);
    }

    /** Asks everybody in the incident's channel who takes command, or shows that somebody has. */
    public void askForCommander(long incident, boolean again) {
        var slot = "question:%d:%s".formatted(incident, again);
        add(lane(incident), slot, NORMAL, new Errand.AskForCommander(incident, again));
    }

    /** Shows in the incident's channel what alerts changed from a time on: one message, edited in place. */
    public void countAlerts(long incident, Instant since) {
        add(lane(incident), "alerts:%d:%s".formatted(incident, since), NORMAL, new Errand.DrawAlerts(incident, since));
    }

    /** Shows the incident as it is now in its card alone: nothing that its topic says has changed. */
    public void redrawCard(long incident) {
        add(lane(incident), "card:" + incident, URGENT, new Errand.DrawCard(incident));
    }

    /** Shows the storm as it is now, in the channel of its incident. */
    public void drawStorm(long incident, long storm) {
        add(lane(incident), "storm:" + storm, NORMAL, new Errand.DrawStorm(incident, storm));
    }

    /** Shows the storm's rate against what is usual as a picture, in place of the one before. */
    public void pictureStorm(long incident, long storm) {
        // A lane of its own: an upload takes seconds, and no message should wait for it.
        var slot = "storm-picture:" + storm;
        add(slot, slot, DECORATION, new Errand.PictureStorm(incident, storm));
    }

    /** What the place of an incident's board is remembered as. */
    public static String board(long incident) {
        return "board:" + incident;
    }

    /** Shows the incident's hypotheses as they are now, in its channel. */
    public void drawBoard(long incident) {
        add(lane(incident), board(incident), NORMAL, new Errand.DrawBoard(incident));
    }

    /** Puts a picture of the incident's hypotheses and evidence into its channel. */
    public void pictureBoard(long incident) {
        // A lane of its own: an upload takes seconds, and no message should wait for it.
        add("board-picture:" + incident, "board-picture:" + incident, DECORATION, new Errand.PictureBoard(incident));
    }

    /** Says something in the thread of what is drawn in the incident's channel. */
    public void sayBelow(long incident, String below, String markup, Errand.Choice... choices) {
        add(lane(incident), null, NORMAL, new Errand.PostBelow(incident, below, markup, List.of(choices)));
    }

    /** Answers where somebody asked in public. */
    public void answer(String channel, @Nullable String thread, String markup) {
        add("channel:" + channel, null, URGENT, new Errand.Answer(channel, thread, markup));
    }

    /** Tells one person in private. */
    public void tell(String person, String markup, Errand.Choice... choices) {
        join("person:" + person, new Errand.Tell(person, markup, List.of(choices)), choices);
    }

    /**
     * Tells an operator in private.
     *
     * @param operator Slack id, handle or e-mail address
     */
    public void tellOperator(String operator, String markup, Errand.Choice... choices) {
        add(OPERATORS + operator, null, NORMAL, new Errand.Tell(operator, markup, List.of(choices)));
    }

    public void drawHome(String person) {
        add("home:" + person, "home:" + person, DECORATION, new Errand.DrawHome(person));
    }

    public void upload(long incident, String format, String channel, String person) {
        add(lane(incident), null, NORMAL, new Errand.Upload(incident, format, channel, person));
    }

    /** Has a marked message read; it comes back as {@link Heard.MessageRead}. */
    public void read(long incident, String channel, String ts, String person, String how) {
        add(lane(incident), null, NORMAL, new Errand.ReadMessage(incident, channel, ts, person, how));
    }

    /** Has a channel asked for its name; the message is heard once more then. */
    public void nameChannel(Heard.Posted message) {
        add("channel:" + message.channel(), null, NORMAL, new Errand.NameChannel(message));
    }

    /** Has a message looked at for somebody; it comes back as {@link Heard.Looked}. */
    public void look(String channel, String ts, @Nullable String thread, String person) {
        add("person:" + person, null, URGENT, new Errand.Look(channel, ts, thread, person));
    }

    /** Makes sure that Coalmine will know this person's name. */
    public void meet(String person) {
        if (!people.existsById(person)) {
            add("people", "person:" + person, DECORATION, new Errand.Meet(person));
        }
    }

    private static String decoration(long incident) {
        return "decoration:" + incident;
    }

    private static String lane(long incident) {
        return "incident:" + incident;
    }

    /** Adds a message; without buttons, it may go out together with others when many have to wait. */
    private void join(String lane, Errand errand, Errand.Choice... choices) {
        add(lane, null, choices.length == 0 ? "said" : null, NORMAL, errand);
    }

    private void add(String lane, @Nullable String slot, int priority, Errand errand) {
        add(lane, slot, null, priority, errand);
    }

    private void add(String lane, @Nullable String slot, @Nullable String joint, int priority, Errand errand) {
        for (var it : Pieces.of(errand)) {
            outbox.add(lane, slot, joint, priority, it.getClass().getSimpleName(), json.writeValueAsString(it));
        }
    }
}
