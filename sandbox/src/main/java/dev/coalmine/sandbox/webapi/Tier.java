package dev.coalmine.sandbox.webapi;

/** How often a method may be called in a minute. */
public enum Tier {
    TWO(20),
    THREE(50),
    FOUR(100),
    /** Posting has a limit of its own: one a second in each channel. */
    POSTING(600),
    FREE(Integer.MAX_VALUE);

    private final int perMinute;

    Tier(int perMinute) {
        this.perMinute = perMinute;
    }

    public int perMinute() {
        return perMinute;
    }
}
