package dev.coalmine.commands.heartbeats;

/** Where beats are taken. */
public interface BeatAddress {

    /** The whole address for a token. */
    String of(String token);
}
