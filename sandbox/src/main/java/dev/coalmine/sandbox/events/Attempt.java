package dev.coalmine.sandbox.events;

/** Which try it is, from 0, and why the one before failed. */
public record Attempt(int number, String reason) {

    static final Attempt FIRST = new Attempt(0, "");
}
