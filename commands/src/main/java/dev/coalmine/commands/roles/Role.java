package dev.coalmine.commands.roles;

/**
 * A role that people take in an incident.
 *
 * @param name lower case, such as {@code commander}
 * @param duties what its holder is there for; told to them in private
 * @param single whether at most one person has it at a time
 */
public record Role(String name, String duties, boolean single) {}
