package dev.coalmine.storage.rules;

import java.time.Duration;
import java.time.Instant;

/** A collection that forgets what nobody will ask for again; found by itself, and told to once an hour. */
public interface Forgetful {

    /** For how long everything is kept. */
    Duration keeps();

    /** Forgets what is older than a moment; returns how much. */
    int forgetBefore(Instant moment);
}
