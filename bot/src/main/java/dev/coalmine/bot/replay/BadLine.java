package dev.coalmine.bot.replay;

/** A line that says nothing that can be played; the message says what is wrong with it. */
final class BadLine extends Exception {

    private static final long serialVersionUID = 1L;

    BadLine(String reason) {
        super(reason, null, false, false);
    }
}
