package dev.coalmine.commands.storms.streams;

import java.util.Locale;

/** What may happen in a recording. */
enum Family {
    CALM(false),
    /** Launches become several times as many within days. */
    ORGANIC_GROWTH(false),
    /** Hundreds of hosts within minutes, and they succeed. */
    DEPLOY_BURST(false),
    /** One alert ends by itself and fires again every few minutes. */
    FLAPPING_ALERT(false),
    /** One host fails 300 times. */
    NOISY_HOST(false),
    NEW_BENIGN_SOURCE(false),
    /** Hosts fail every night; one night twice as many are launched, of which the usual share fails. */
    LARGER_NIGHTLY_BURST(false),
    /** What happened in 25 minutes arrives at once. */
    BACKLOG_AFTER_AN_OUTAGE(false),
    STORM_IN_ONE_LAUNCHER(true),
    /** Something broke that all need, people who launch by hand too. */
    STORM_ACROSS_LAUNCHERS(true),
    /** More and more fail, over hours. */
    SLOW_BURN(true),
    /** When little is launched. */
    STORM_AT_NIGHT(true),
    STORM_OF_ALERTS(true),
    /** In a launcher nobody had heard of the day before. */
    STORM_IN_A_NEW_SOURCE(true),
    /** Two thirds go on to succeed. */
    STORM_IN_A_THIRD_OF_THE_HOSTS(true),
    /** Which have nothing to do with each other. */
    TWO_STORMS_AT_ONCE(true),
    STORM_IN_A_DEPLOY_BURST(true),
    /** It seems over, and comes back: within the hour it is the same, hours later another. */
    RELAPSE(true),
    STORM_WITHOUT_TEXT(true),
    /** Started, and never heard of again. */
    HUNG_LAUNCHES(true),
    DUPLICATED_AND_REORDERED(true),
    CLOCK_SKEW(true);

    private final boolean stormy;

    Family(boolean stormy) {
        this.stormy = stormy;
    }

    /** Whether there are storms to find. */
    boolean stormy() {
        return stormy;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
