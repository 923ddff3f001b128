package dev.coalmine.commands.hypotheses;

/** Somebody has put a hypothesis on the board. */
public record HypothesisAdded(long incident, int hypothesis) {}
