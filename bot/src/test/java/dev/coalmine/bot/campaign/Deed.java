package dev.coalmine.bot.campaign;

import java.util.Set;

/**
 * Something that was asked of Coalmine.
 *
 * @param mark the words by which it is found in the record: a word of its own, or where there can be none, words that it
 *     has in common with others of its kind
 * @param end what became of it, as far as whoever asked can know
 */
record Deed(Kind kind, String mark, End end) {

    /** Of which each has to be in the record as often as it was done. */
    Subject subject() {
        return new Subject(kind, mark);
    }

    record Subject(Kind kind, String mark) {}

    /** What whoever asked was told. */
    enum End {
        /** It was promised: it has to be in the record, once. */
        ACKNOWLEDGED,
        /** Nobody knows: it may be in the record, once. */
        UNKNOWN,
        /** It was refused, and must not be in the record. */
        REFUSED
    }

    /** What can be asked, and which entry of the record says that it was done. */
    enum Kind {
        DECLARE("“", "declared"),
        NOTE("", "note"),
        TITLE("is now “", "title"),
        STAGE(": ", "stage"),
        SEVERITY("", "severity"),
        ROLE("", "role"),
        MENTION("", "note"),
        CAPTURE("", "message"),
        // A message that was edited before it was read stands there as it reads now.
        EDIT("", "message", "edited"),
        FIRING("", "alert"),
        OVER("", "alert");

        private final String before;
        private final Set<String> entries;

        Kind(String before, String... entries) {
            this.before = before;
            this.entries = Set.of(entries);
        }

        boolean alert() {
            return this == FIRING || this == OVER;
        }

        /** Whether the entry says that this was done, of what bears that mark. */
        boolean isShownBy(Evidence.Entry entry, String mark) {
            if (!entries.contains(entry.kind())) {
                return false;
            }
            if (alert()) {
                return entry.line().contains(": “" + mark) && entry.line().contains("Over, says ") == (this == OVER);
            }
            return entry.line().contains(before + mark);
        }
    }
}
