package dev.coalmine.commands.doctor;

/** One thing that the doctor looks at; found by itself, like a command. */
public interface Check {

    /** What is looked at, such as {@code database}. */
    String name();

    /** How it is. May take up to two seconds; an exception counts as trouble. */
    Finding look();
}
