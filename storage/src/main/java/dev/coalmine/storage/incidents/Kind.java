package dev.coalmine.storage.incidents;

/** What sort of thing is being recorded. */
public enum Kind {
    INCIDENT("incident"),
    /** Nothing broke, and it was close. */
    NEAR_MISS("near miss"),
    /** Practice: never counted, never announced. */
    DRILL("drill"),
    /** Always private. */
    SECURITY("security");

    private final String label;

    Kind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
