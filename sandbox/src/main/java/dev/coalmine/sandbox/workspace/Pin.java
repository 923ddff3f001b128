package dev.coalmine.sandbox.workspace;

/** A message that was pinned, by whom and when. */
public record Pin(String ts, String by, long at) {}
