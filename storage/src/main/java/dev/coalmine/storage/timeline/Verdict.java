package dev.coalmine.storage.timeline;

/** What became of checking a record. */
public sealed interface Verdict {

    /** Every entry is as it was written, and none is missing. */
    record Whole(int entries, String seal) implements Verdict {}

    /**
     * Somebody or something changed the record.
     *
     * @param entry the number of the first entry that is not as it was written
     */
    record Broken(int entry, String why) implements Verdict {}
}
