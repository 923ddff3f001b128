package dev.coalmine.commands.pages;

import dev.coalmine.storage.rules.Sha256;
import dev.coalmine.storage.rules.Storable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Cuts what comes from outside to a size, and frees it of what a database cannot hold. */
final class Limits {

    private static final int LONGEST_KEY = 500;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST_LABELS = 50;

    private Limits() {}

    /** See {@link Storable#text}. */
    static String text(String text, int most) {
        return Storable.text(text, most);
    }

    static @Nullable String optional(@Nullable String text, int most) {
        return Storable.orNull(text, most);
    }

    /** Long keys stay apart by a digest of the whole, which a plain cut would not promise. */
    static String key(String key) {
        var whole = Storable.text(key, Integer.MAX_VALUE);
        if (whole.isEmpty()) {
            throw new IllegalArgumentException("An alert needs a key.");
        }
        return whole.length() <= LONGEST_KEY ? whole : text(whole, LONGEST_KEY - 65) + "#" + Sha256.hex(whole);
    }

    /** Only what a browser opens as a page, and only whole: half a link leads elsewhere. */
    static @Nullable String link(@Nullable String link) {
        var cut = optional(link, LONGEST_LINK + 1);
        if (cut == null || cut.length() > LONGEST_LINK) {
            return null;
        }
        var lower = cut.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? cut : null;
    }

    static List<String> texts(List<String> texts, int many, int most) {
        return texts.stream()
                .map(text -> optional(text, most))
                .filter(Objects::nonNull)
                .distinct()
                .limit(many)
                .toList();
    }

    /** The first fifty, in their order. */
    static Map<String, String> labels(Map<String, String> labels) {
        return Storable.map(labels, MOST_LABELS, 200, 1_000);
    }
}
