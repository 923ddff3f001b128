package dev.coalmine.bot.campaign;

/** Something that must not be. */
record Violation(Sort sort, String words) {

    /** What is counted apart. */
    enum Sort {
        LOST,
        DOUBLED,
        OTHER
    }

    static Violation lost(String words) {
        return new Violation(Sort.LOST, words);
    }

    static Violation doubled(String words) {
        return new Violation(Sort.DOUBLED, words);
    }

    static Violation other(String words) {
        return new Violation(Sort.OTHER, words);
    }

    @Override
    public String toString() {
        return sort + ": " + words;
    }
}
