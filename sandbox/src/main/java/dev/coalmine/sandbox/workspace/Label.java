package dev.coalmine.sandbox.workspace;

/** A topic or a purpose: what it says, who said so and when. */
public record Label(String value, String creator, long lastSet) {

    static final Label NONE = new Label("", "", 0);
    /** Slack refuses longer ones. */
    static final int LIMIT = 250;

    static Label of(String value, String creator, long now) {
        if (value.codePointCount(0, value.length()) > LIMIT) {
            throw new Refused("too_long");
        }
        return new Label(value, creator, now);
    }
}
