package dev.coalmine.bot.endtoend;

import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Reply;
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

    protected final RunningBot coalmine = RunningBot.shared();
    protected final Actor alice = coalmine.sandbox().as("alice");
    protected final Actor bob = coalmine.sandbox().as("bob");
    protected final Actor carol = coalmine.sandbox().as("carol");
    protected final int story = STORIES.incrementAndGet();

    @BeforeEach
    void listening() {
        Eventually.passes(() -> {
            if (!coalmine.sandbox().script().connected()) {
                throw new AssertionError("the bot is not connected yet");
            }
        });
    }

    /** Declares an incident as alice and waits for its channel. */
    protected Declared declared(String line) {
        return channelOf(alice.types("general", "/incident declare " + line));
    }

    /** The channel that a reply to {@code declare} speaks of, once the people are in it. */
    protected Declared channelOf(Reply reply) {
        var number = NUMBER.matcher(reply.text());
        if (!number.find()) {
            throw new AssertionError("no incident was declared: " + reply.text());
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

    /** An incident and its channel. */
    protected record Declared(long number, ChannelView channel) {

        String name() {
            return channel.name();
        }
    }
}
