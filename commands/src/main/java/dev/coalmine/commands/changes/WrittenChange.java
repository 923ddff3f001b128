package dev.coalmine.commands.changes;

import dev.coalmine.storage.changes.Change.Kind;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes behind {@code changes add}: options anywhere, a time at the end, and the rest is what was changed.
 *
 * @param at the words of the time, which may mean none
 */
record WrittenChange(
        String what,
        Kind kind,
        @Nullable String service,
        @Nullable String at) {

    private static final Pattern OPTION = Pattern.compile("(?i)(?:^|\\s)(service|kind):(\\S*)");
    private static final Pattern AT = Pattern.compile("(?is)(.*\\S)\\s+at\\s+([0-9][0-9T: Z.+-]*(?:utc)?)\\s*");

    /** Empty when a kind is named that there is none of. */
    static Optional<WrittenChange> read(String words) {
        String service = null;
        var kind = Optional.of(Kind.OTHER);
        var options = OPTION.matcher(words);
        while (options.find()) {
            if (options.group(1).toLowerCase(Locale.ROOT).equals("kind")) {
                kind = Kind.read(options.group(2));
            } else {
                service = options.group(2).isEmpty() ? null : options.group(2);
            }
        }
        var rest = OPTION.matcher(words).replaceAll("").strip();
        var at = AT.matcher(rest);
        var what = at.matches() ? at.group(1) : rest;
        var time = at.matches() ? at.group(2) : null;
        var named = service;
        return kind.map(it -> new WrittenChange(what, it, named, time));
    }

    /** The same without a time: what looked like one was none. */
    WrittenChange withoutTime() {
        return at == null ? this : new WrittenChange(what + " at " + at, kind, service, null);
    }
}
