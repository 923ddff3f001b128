package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
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
}
