package dev.coalmine.sandbox.workspace;

/** The workspace as Slack names it; there is only one. */
public final class Team {

    public static final String ID = "T0SANDBOX0";
    public static final String NAME = "Sandbox";
    public static final String DOMAIN = "sandbox";

    private Team() {}
}
