package dev.coalmine.bot.webhooks;

import dev.coalmine.commands.pages.Alert;
import dev.coalmine.storage.changes.Change;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/**
 * A kind of system that tells of problems by HTTP. A new one is a class of this type and its settings; door and log know
 * it by its name.
 */
public interface AlertSource {

    /** The end of its address, and its name in the log. */
    String name();

    /** Whether there is a secret by which its requests can be proved; without one its address does not exist. */
    boolean configured();

    /** The setting that would configure it. */
    String setting();

    /** The largest body it may send. */
    DataSize limit();

    /** Whether the body is worth reading: not when the headers alone show that it cannot be authentic. */
    default boolean promising(Headers headers) {
        return true;
    }

    /**
     * Whether this source sent this very body; takes as long for a wrong proof as for a right one.
     *
     * @throws ProofMissing if nobody can say now
     */
    boolean authentic(Headers headers, byte[] body);

    /** The source's own id of the delivery, the same over all attempts at it. */
    default Optional<String> delivery(Headers headers) {
        return Optional.empty();
    }

    /** What to keep of a request: its body, unless the headers say something that {@link #read} needs to know. */
    default String keep(Headers headers, String body) {
        return body;
    }

    /**
     * Refuses what the sender should be told to mend. Most senders cannot mend anything, and some stop sending when
     * refused: for them everything is acceptable.
     *
     * @throws Unreadable with the reason, in words for the sender
     */
    default void check(String kept) {}

    /** It is kept, and about to be answered: what else is to be done may only be begun here. */
    default void isKept(String kept) {}

    /**
     * What the source says; empty if that is nothing about a problem.
     *
     * @param kept what {@link #keep} made of the request
     * @param receivedAt stands in where the source gives no time of its own
     * @throws Unreadable if it is not what this source sends
     */
    List<Alert> read(String kept, Instant receivedAt);

    /**
     * What the source says was changed on purpose, which is no problem in itself.
     *
     * @throws Unreadable as {@link #read} does
     */
    default List<Change> changes(String kept, Instant receivedAt) {
        return List.of();
    }

    /**
     * What the source says of launches, which are no problems: they open no incident, but the storm detector hears them.
     *
     * @param kept what {@link #keep} made of the request
     * @param receivedAt stands in where the source gives no time of its own
     * @throws Unreadable if it is not what this source sends
     */
    default List<Launch> launches(String kept, Instant receivedAt) {
        return List.of();
    }
}
