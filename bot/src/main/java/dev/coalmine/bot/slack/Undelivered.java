package dev.coalmine.bot.slack;

/** A call to Slack did not succeed; says what that means for whatever was to be told. */
public final class Undelivered extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Outcome outcome;

    Undelivered(String code, Outcome outcome) {
        super(code, null, false, false);
        this.code = code;
        this.outcome = outcome;
    }

    /** Slack's error code, or one of ours for what never reached Slack. */
    public String code() {
        return code;
    }

    public Outcome outcome() {
        return outcome;
    }
}
