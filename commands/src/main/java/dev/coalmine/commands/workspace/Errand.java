package dev.coalmine.commands.workspace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something Slack has to be told or asked, kept in the outbox until it is done. What shows a state names only what to
 * draw; it is drawn from the record when it is sent.
 */
public sealed interface Errand {

    /** Makes the incident's channel, once. */
    record MakeChannel(long incident) implements Errand {}

    /** Topic of the incident's channel. */
    record SetTopic(long incident) implements Errand {}

    /** The incident's card: posted and pinned, or edited in place. */
    record DrawCard(long incident) implements Errand {}

    /** What alerts changed in the incident from {@code since} on, as far as it is not said line by line. */
    record DrawAlerts(long incident, Instant since) implements Errand {}

    /** The storm's card in its incident's channel: posted, or edited in place. */
    record DrawStorm(long incident, long storm) implements Errand {}

    /** A picture of the storm's rate, as a file in its incident's channel in place of the one before. */
    record PictureStorm(long incident, long storm) implements Errand {}

    /** The board of the incident's hypotheses in its channel: posted, or edited in place. */
    record DrawBoard(long incident) implements Errand {}

    /** A picture of the incident's hypotheses and evidence, as a file in its channel. */
    record PictureBoard(long incident) implements Errand {}

    /** The bookmarks of the incident's channel. */
    record SetBookmarks(long incident) implements Errand {}

    /** The incident's line in the announcements channel: posted, or edited in place. */
    record DrawAnnouncement(long incident) implements Errand {}

    /** A person's Home tab. */
    record DrawHome(String person) implements Errand {}

    /**
     * Invites people to the incident's channel.
     *
     * @param people Slack ids, e-mail addresses, handles or names, as they were given
     */
    record Invite(long incident, List<String> people) implements Errand {}

    /** A message into the incident's channel. */
    record Post(long incident, String markup, List<Choice> choices) implements Errand {}

    /**
     * A message into the thread of something that is drawn in the incident's channel.
     *
     * @param below under which name it is remembered where that stands; if it does not, the channel itself is told
     */
    record PostBelow(long incident, String below, String markup, List<Choice> choices) implements Errand {}

    /**
     * The question who takes command: asked once, and edited in place when somebody has.
     *
     * @param again whether it is the second one, asked when nobody answered the first
     */
    record AskForCommander(long incident, boolean again) implements Errand {}

    /** A message into a thread of any channel. */
    record Answer(String channel, @Nullable String thread, String markup) implements Errand {}

    /** A private message from Coalmine to a person. */
    record Tell(String person, String markup, List<Choice> choices) implements Errand {}

    /** The incident's record as a file, to whoever asked for it or to its channel. */
    record Upload(long incident, String format, String channel, String person) implements Errand {}

    /** Reads a message that somebody marked, so that it can be put into the record. */
    record ReadMessage(long incident, String channel, String ts, String person, String how) implements Errand {}

    /** Learns what a channel is called, and then hears the message that came from it. */
    record NameChannel(Heard.Posted message) implements Errand {}

    /** Looks at a message for somebody who wants to know how it is read; {@code thread} if it is a reply. */
    record Look(String channel, String ts, @Nullable String thread, String person) implements Errand {}

    /** Learns who a person is. */
    record Meet(String person) implements Errand {}

    /** A button below a message: its label and the line of {@code /incident} it says. */
    record Choice(String label, String line) {}
}
