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
        return map(pairs, many, most, most);
    }

    /** The first {@code many}, in their order, names and values cut each to a size of their own. */
    public static Map<String, String> map(Map<String, String> pairs, int many, int mostOfNames, int mostOfValues) {
        if (pairs.isEmpty()) {
            return Map.of();
        }
        var kept = new LinkedHashMap<String, String>();
        for (var pair : pairs.entrySet()) {
            if (kept.size() == many) {
                break;
            }
            kept.put(text(pair.getKey(), mostOfNames), text(pair.getValue(), mostOfValues));
        }
        return Collections.unmodifiableMap(kept);
    }

    private static String storable(String text) {
        if (!holdsStrange(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        text.codePoints().map(Storable::storable).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Of nearly all texts this is all that is asked, some thousand times for each large alert. */
    private static boolean holdsStrange(String text) {
        for (var n = 0; n < text.length(); n++) {
            if (text.charAt(n) == 0 || Character.isSurrogate(text.charAt(n))) {
                return true;
            }
        }
        return false;
    }

    private static int storable(int codePoint) {
        var lone = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return codePoint == 0 || lone ? 0xFFFD : codePoint;
    }
}
