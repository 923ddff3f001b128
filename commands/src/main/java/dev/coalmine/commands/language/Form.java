package dev.coalmine.commands.language;

/** A form that people fill in; found by itself, like a command. */
public interface Form {

    /** Its name in Slack's callback id; unique. */
    String name();

    /** Takes what was filled in, inside one transaction. */
    Reply submit(Submission submission);
}
