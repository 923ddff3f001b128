package dev.coalmine.commands.timers;

/** What is to happen when a timer is due; found by itself, like a command. */
public interface Alarm {

    /** Its name among the timers; unique. */
    String name();

    /** Does it, inside one transaction. */
    void ring(long incident);
}
