package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs errands of one kind; found by itself, like a command. */
public interface Runner<E extends Errand> {

    Class<E> errand();

    /**
     * The call that it usually makes first. It is not begun before the rates allow that call; null when that is only
     * to be seen once it has begun.
     */
    default @Nullable String firstCall() {
        return null;
    }

    /**
     * Does it. Must bear being repeated: a crash may come between the call and its being written down.
     *
     * @throws Undelivered when a call did not succeed and nothing better is known than what it says
     */
    Outcome run(E errand, Delivery delivery) throws Undelivered;

    /**
     * Does several at once that had to wait, for kinds that may be joined.
     *
     * @param others the most important of them with what the record knows of each, in order
     */
    default Outcome runJoined(E first, List<Joined<E>> others, Delivery delivery) throws Undelivered {
        return new Outcome.Dead("errands of kind %s cannot be joined".formatted(errand().getSimpleName()));
    }

    /** An errand that is done together with another. */
    record Joined<E>(E errand, Instant created, int priority) {}
}
