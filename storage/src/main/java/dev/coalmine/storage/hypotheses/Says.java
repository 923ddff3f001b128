package dev.coalmine.storage.hypotheses;

/** How a piece of evidence speaks of a hypothesis. */
public enum Says {
    STRONGLY_AGAINST("strongly against", -2),
    AGAINST("against", -1),
    NEUTRAL("neutral on", 0),
    FOR("for", 1),
    /** It could not have shown anything about it, and never counts. */
    NOT_APPLICABLE("not applicable to", 0);

    private final String label;
    private final int value;

    Says(String label, int value) {
        this.label = label;
        this.value = value;
    }

    /** Before a hypothesis: {@code against} H1. */
    public String label() {
        return label;
    }

    /** From −2 to 1; nothing speaks strongly for a hypothesis, as much else may let one see the same. */
    public int value() {
        return value;
    }

    public boolean applies() {
        return this != NOT_APPLICABLE;
    }

    public boolean isAgainst() {
        return value < 0;
    }
}
