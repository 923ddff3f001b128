package dev.coalmine.commands.pages;

/** What becomes of an alert: incident, channel, invitations, timeline. */
public interface Intake {

    /**
     * Takes what one alert says into the record.
     *
     * <p>Called in the transaction that also moves the alert log's cursor, so each alert has its effects once; the
     * source may still say the same thing twice, see {@link Alert#event}, or late, see {@link Alert#at}.
     */
    void take(Alert alert);
}
