package dev.coalmine.bot.webhooks;

import dev.coalmine.storage.pages.LoggedAlert;
import java.util.List;

/**
 * Somebody who reads the alert log, with a cursor of its own: how far one has come, and on what it fails, is nothing to
 * the others.
 *
 * @param <T> what it makes of a row
 */
interface LogConsumer<T> {

    /** The name under which the log knows how far it has read. */
    String name();

    /** The metric that counts its rows. */
    String meter();

    Pace pace();

    /**
     * What a row says to it; nothing at all, if it is not its concern.
     *
     * @throws Unreadable if it is not what the source sends
     */
    List<T> read(AlertSource source, LoggedAlert row);

    /** Takes what some rows said, in their order, in the transaction that also moves the cursor. */
    void take(List<T> said);

    /**
     * How much at once, and how much rest between.
     *
     * @param rows in one transaction
     * @param said things that rows said; a row may hold a thousand, and is handled as a whole all the same
     * @param workToRest how many times as long as it rests it works
     * @param pressedRest how many times as long as it worked it rests while sources send as much as can be written
     */
    record Pace(int rows, int said, int workToRest, int pressedRest) {}
}
