package dev.coalmine.bot.replay;

import java.io.PrintStream;

/** Names what was passed over. */
final class Skipped {

    private final PrintStream complaints;
    private long count;

    Skipped(PrintStream complaints) {
        this.complaints = complaints;
    }

    void line(long number, String reason) {
        what("Line " + number, reason);
    }

    void what(String what, String reason) {
        count++;
        complaints.println("%s is skipped: %s.".formatted(what, reason.replaceFirst("\\.$", "")));
    }

    boolean any() {
        return count > 0;
    }
}
