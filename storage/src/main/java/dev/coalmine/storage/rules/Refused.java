package dev.coalmine.storage.rules;

/** A request that the rules do not allow; the message is written for the person who asked. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refused(String reason) {
        super(reason, null, false, false);
    }

    /** Why, in words for the person who asked. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
