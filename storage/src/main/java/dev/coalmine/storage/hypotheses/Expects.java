package dev.coalmine.storage.hypotheses;

/** Whether a hypothesis lets one see what a test looks for. */
public enum Expects {
    SURELY("surely", 2),
    YES("yes", 1),
    NO("no", -1),
    SURELY_NOT("surely not", -2);

    private final String label;
    private final int value;

    Expects(String label, int value) {
        this.label = label;
        this.value = value;
    }

    public String label() {
        return label;
    }

    /** From −2 to 2: how sure, and of what. */
    public int value() {
        return value;
    }

    public boolean seen() {
        return value > 0;
    }

    public boolean sure() {
        return Math.abs(value) == 2;
    }
}
