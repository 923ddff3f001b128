package dev.coalmine.commands.language;

/** The headings of the help, in its order. */
public enum Topic {
    ANYWHERE("Anywhere"),
    INCIDENT("In an incident's channel, or with its number first: `#42 severity 2`"),
    PEOPLE("People"),
    RECORD("The record"),
    REVIEW("Afterwards"),
    OPERATORS("For operators");

    private final String heading;

    Topic(String heading) {
        this.heading = heading;
    }

    public String heading() {
        return heading;
    }
}
