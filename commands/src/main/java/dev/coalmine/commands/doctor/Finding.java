package dev.coalmine.commands.doctor;

/** What a check found. */
public sealed interface Finding {

    /** Nothing to do. */
    record Well(String detail) implements Finding {}

    /** Works, but not as well as it could. */
    record Notice(String detail, String mend) implements Finding {}

    /** Does not work, and how to mend it. */
    record Trouble(String detail, String mend) implements Finding {}
}
