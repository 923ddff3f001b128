package dev.coalmine.storage.timeline;

import org.jspecify.annotations.Nullable;

/** Follows a record from its first entry on and remembers the first thing that is wrong. */
public final class ChainCheck {

    private final long incident;
    private int number;
    private String seal = Seal.NONE;
    private Verdict.@Nullable Broken broken;

    public ChainCheck(long incident) {
        this.incident = incident;
    }

    /** Takes the next entry. */
    public void next(Entry entry) {
        if (broken != null) {
            return;
        }
        number++;
        if (entry.number() != number || entry.incident() != incident) {
            broken = new Verdict.Broken(number, "it is missing");
        } else if (!entry.previous().equals(seal)) {
            broken = new Verdict.Broken(number, "it does not follow the entry before it");
        } else if (!entry.intact()) {
            broken = new Verdict.Broken(number, "it was changed after it was written");
        }
        seal = entry.seal();
    }

    /** The verdict, given where the record is known to end. */
    public Verdict verdict(Timeline.End end) {
        if (broken != null) {
            return broken;
        }
        if (number < end.length()) {
            return new Verdict.Broken(number + 1, "it is missing");
        }
        if (number > end.length()) {
            return new Verdict.Broken(end.length() + 1, "it comes after the end of the record");
        }
        if (!seal.equals(end.seal())) {
            return new Verdict.Broken(Math.max(1, number), "the record does not end with its seal");
        }
        return new Verdict.Whole(number, seal);
    }
}
