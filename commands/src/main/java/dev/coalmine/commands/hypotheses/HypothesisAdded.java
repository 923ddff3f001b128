package dev.coalmine.commands.hypotheses;

/**
 * Somebody has put a hypothesis on the board.
 *
 * @param person Slack id of who did
 */
public record HypothesisAdded(long incident, int hypothesis, String person) {}
