package dev.coalmine.commands.timers;

import java.time.Duration;

/** Has things happen later. Promises survive a restart, and each is kept once. */
public interface Timers {

    /** Rings the alarm of that name for this incident; an earlier one for the same is replaced. */
    void ring(String alarm, long incident, Duration in);
}
