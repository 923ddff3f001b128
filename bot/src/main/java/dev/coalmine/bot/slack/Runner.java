package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;

/** Runs errands of one kind; found by itself, like a command. */
public interface Runner<E extends Errand> {

    Class<E> errand();

    /**
     * Does it. Must bear being repeated: a crash may come between the call and its being written down.
     *
     * @throws Undelivered when a call did not succeed and nothing better is known than what it says
     */
    Outcome run(E errand, Delivery delivery) throws Undelivered;
}
