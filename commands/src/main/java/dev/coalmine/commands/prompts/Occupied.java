package dev.coalmine.commands.prompts;

import java.time.Instant;

/** Something that is under way in an incident and should not be disturbed; found by itself, like a command. */
public interface Occupied {

    boolean occupied(long incident, Instant now);
}
