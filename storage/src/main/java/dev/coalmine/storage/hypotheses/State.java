package dev.coalmine.storage.hypotheses;

/** How far a hypothesis has come. None of them says that it is true: nothing in an incident proves that. */
public enum State {
    PROPOSED("proposed", true),
    UNDER_TEST("under test", true),
    /** Something speaks against it. */
    WEAKENED("weakened", true),
    /** A test that could have ruled it out did not. */
    SURVIVED("survived a test", true),
    /** People act on it: a decision, not a finding. */
    ACCEPTED("accepted for action", true),
    PARKED("parked", false),
    RULED_OUT("ruled out", false),
    MERGED("merged", false),
    SUPERSEDED("superseded", false);

    private final String label;
    private final boolean live;

    State(String label, boolean live) {
        this.label = label;
        this.live = live;
    }

    public String label() {
        return label;
    }

    /** Whether it is still to be reckoned with. */
    public boolean live() {
        return live;
    }
}
