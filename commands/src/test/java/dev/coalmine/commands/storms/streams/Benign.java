package dev.coalmine.commands.storms.streams;

/** What looks like a storm and is none. */
record Benign(String what, long from, long to) {}
