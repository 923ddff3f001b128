package dev.coalmine.storage.incidents;

/** What made anyone look. */
public enum NoticedBy {
    PAGE("a page"),
    CANARY("a canary"),
    HEARTBEAT("a heartbeat that did not come"),
    PERSON("a person; the pager did not ring"),
    CUSTOMER("a customer; the pager did not ring");

    private final String label;

    NoticedBy(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
