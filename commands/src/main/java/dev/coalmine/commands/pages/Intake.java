package dev.coalmine.commands.pages;

import java.util.List;

/** What becomes of alerts: incident, channel, invitations, timeline. */
public interface Intake {

    /** The name under which the alert log is read for it. */
    String READER = "intake";

    /**
     * Takes what alerts say into the record, in their order. Some hundred at once cost little more than ten.
     *
     * <p>Called in the transaction that also moves the alert log's cursor, so each alert has its effects once; the
     * source may still say the same thing twice, see {@link Alert#event}, or late, see {@link Alert#at}.
     */
    void take(List<Alert> alerts);
}
