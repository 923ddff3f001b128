package dev.coalmine.storage.rules;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts text from outside to a size, and frees it of what a database cannot hold: NUL, and halves of surrogate pairs. */
public final class Storable {

    private Storable() {}

    /** At most so many characters, no pair of surrogates cut in two, NUL and lone surrogates replaced by U+FFFD. */
    public static String text(String text, int most) {
        var whole = storable(text).strip();
        if (whole.length() <= most) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most);
    }

    /** The same; null if nothing is left. */
    public static @Nullable String orNull(@Nullable String text, int most) {
        if (text == null) {
            return null;
        }
        var cut = text(text, most);
        return cut.isEmpty() ? null : cut;
    }

    /** The first {@code many}, in their order, names and values cut to {@code most} characters. */
    public static Map<String, String> map(Map<String, String> pairs, int many, int most) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var kept = new LinkedHashMap<String, String>();
        pairs.entrySet().stream()
                .limit(many)
                .forEach(pair -> kept.put(text(pair.getKey(), most), text(pair.getValue(), most)));
        return Collections.unmodifiableMap(kept);
    }

    private static String storable(String text) {
        if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().map(Storable::storable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static int storable(int codePoint) {
        var lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == 0 || lone ? 0xFFFD : codePoint;
    }
}
