package dev.coalmine.commands.storms.streams;

import java.util.Locale;

/** What may be different elsewhere. */
enum Variation {
    CALM_AND_SELDOM_FAILING(0),
    CALM_AND_OFTEN_FAILING(0),
    CALM_WITH_UNIQUE_TEXTS(0),
    CALM_ALERTS_IN_CLUMPS(0),
    CALM_MONITORS(0),
    GROWING_NIGHTS(0),
    FIVE_HOSTS_EVERY_FIVE_MINUTES(0),
    HUGE_DEPLOYS(0),
    LATE_IN_ONE_GO(0),
    FLAPPING_AND_RETRIED(0),
    /** Storms from here on. */
    SELDOM_FAILING(1),
    OFTEN_FAILING(1),
    WORDLESS(1),
    UNIQUE_TEXTS(1),
    ALWAYS_THE_SAME_TEXT(1),
    NAMELESS_HOSTS(1),
    FEW_HOSTS_AGAIN_AND_AGAIN(1),
    FEW_LAUNCHES(1),
    KEY_MOVED(1),
    ONE_SERVICE(1),
    MANY_SERVICES(1),
    MONITORS_DOWN(1),
    TWO_UNRELATED(2),
    BACK_AFTER_HOURS(2),
    ONLY_SOME_FAIL(1),
    NOTHING_EVER_ENDS(1),
    WRONG_CLOCKS(1),
    TWICE_AND_OUT_OF_ORDER(1),
    NEWCOMER(1);

    private final int storms;

    Variation(int storms) {
        this.storms = storms;
    }

    int storms() {
        return storms;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
