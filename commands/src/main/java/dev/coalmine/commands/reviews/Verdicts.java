package dev.coalmine.commands.reviews;

import dev.coalmine.storage.timeline.Verdict;

/** What became of checking a record, in words. */
final class Verdicts {

    private Verdicts() {}

    static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Whole(var entries, var seal) ->
                "The record is whole: all %d entries are as they were written, and none is missing. The last seal is %s."
                        .formatted(entries, seal);
            case Verdict.Broken(var entry, var why) ->
                "The record is broken at entry %d: %s. From there on it proves nothing.".formatted(entry, why);
        };
    }
}
