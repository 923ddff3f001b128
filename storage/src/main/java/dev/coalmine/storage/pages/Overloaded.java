package dev.coalmine.storage.pages;

/** More is waiting to be written than may wait; nothing was taken on, and it may be sent again in a few seconds. */
public final class Overloaded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Overloaded() {
        super("Too many rows wait for the alert log.", null, false, false);
    }
}
