package dev.coalmine.sandbox.events;

import java.util.concurrent.CompletableFuture;

/** A way to the app: an open socket, or HTTP. */
public interface Way {

    boolean open();

    /** Completes when the app answers, and never if it does not. */
    CompletableFuture<Answer> send(Outgoing what, Attempt attempt);
}
