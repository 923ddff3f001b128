package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Reply;
import dev.coalmine.sandbox.script.Said;
import dev.coalmine.storage.pages.Page;
import dev.coalmine.storage.pages.Pages;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;

/**
 * A story told in the sandbox: real people typing, the real bot answering, over HTTP and Socket Mode. All stories share
 * one bot, as incidents in one company do, so each begins with an incident of its own.
 */
abstract class Conversation {

    private static final Pattern NUMBER = Pattern.compile("incident (\\d+)");
    private static final AtomicInteger STORIES = new AtomicInteger();

    protected final RunningBot coalmine;
    protected final Actor alice;
    protected final Actor bob;
    protected final Actor carol;
    protected final int story = STORIES.incrementAndGet();

    Conversation() {
        this(RunningBot.shared());
    }

    /** With a bot of its own. */
    Conversation(RunningBot coalmine) {
        this.coalmine = coalmine;
        alice = coalmine.sandbox().as("alice");
        bob = coalmine.sandbox().as("bob");
        carol = coalmine.sandbox().as("carol");
    }

    @BeforeEach
    void listening() {
        Eventually.passes(() -> {
            if (!coalmine.sandbox().script().connected()) {
                throw new AssertionError("the bot is not connected yet");
            }
        });
    }

    /** Declares an incident as alice and waits until she is in its channel. */
    protected Declared declared(String line) {
        var incident = channelOf(alice.types("general", "/incident declare " + line));
        incident.channel().eventually(channel -> assertThat(channel.members()).contains("alice"));
        return incident;
    }

    /** The channel that a reply to {@code declare} speaks of. */
    protected Declared channelOf(Reply reply) {
        var number = NUMBER.matcher(shown(reply));
        if (!number.find()) {
            throw new AssertionError("no incident was declared: " + shown(reply));
        }
        return new Declared(Long.parseLong(number.group(1)), incidentChannel(Long.parseLong(number.group(1))));
    }

    protected ChannelView incidentChannel(long number) {
        var found = new ChannelView[1];
        Eventually.passes(() -> found[0] = coalmine.sandbox().script().channelsStarting("inc-" + number).stream()
                .filter(channel -> channel.name().matches("inc-%d(-.*)?".formatted(number)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel of incident " + number)));
        return found[0];
    }

    /** The incident that a problem opened or joined, once it has. */
    protected Declared incidentOf(Pager.Problem problem) {
        var number = new long[1];
        Eventually.passes(() -> number[0] = coalmine.application()
                .getBean(Pages.class)
                .findBySourceAndAlertKey(problem.source(), problem.key())
                .flatMap(Page::incident)
                .orElseThrow(() -> new AssertionError("no incident about " + problem)));
        return new Declared(number[0], incidentChannel(number[0]));
    }

    protected ChannelView announcements() {
        return coalmine.sandbox().script().channel("incidents");
    }

    protected ChannelView general() {
        return coalmine.sandbox().script().channel("general");
    }

    /** All that somebody was shown: a line, blocks, or a form. */
    protected static String shown(Reply reply) {
        return reply.json().toString();
    }

    /** The incident's card, as it stands pinned in its channel now. */
    protected static Said card(Declared incident) {
        var found = new Said[1];
        Eventually.passes(() -> {
            assertThat(incident.channel().pins()).hasSize(1);
            var pinned = incident.channel().pins().getFirst();
            found[0] = incident.channel().find(it -> it.ts().equals(pinned)).orElseThrow();
        });
        return found[0];
    }

    protected static void eventuallyOnTheCard(Declared incident, String words) {
        Eventually.passes(() -> assertThat(card(incident).text()).contains(words));
    }

    /** The newest entries of its timeline, as people read them. */
    protected String timeline(Declared incident) {
        return alice.types("general", "/incident #%d timeline 100".formatted(incident.number()))
                .text();
    }

    protected void eventuallyInTheTimeline(Declared incident, String words) {
        Eventually.passes(() -> assertThat(timeline(incident)).contains(words));
    }

    /** Length and last seal of the timeline; the same again means that nothing was written. */
    protected String seal(Declared incident) {
        return alice.types("general", "/incident #%d timeline verify".formatted(incident.number()))
                .text();
    }

    /** What the bot said in that channel so far, without what Slack says of it: that it set the topic, and the like. */
    protected static List<String> saidByCoalmine(ChannelView channel) {
        return channel.messages().stream()
                .filter(it -> it.user().equals("coalmine") && it.subtype().isEmpty())
                .map(Said::text)
                .toList();
    }

    /** An incident and its channel. */
    protected record Declared(long number, ChannelView channel) {

        String name() {
            return channel.name();
        }

        Reply hears(Actor who, String words) {
            return who.types(name(), "/incident " + words);
        }
    }
}
