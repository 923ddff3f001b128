package dev.coalmine.storage.incidents;

import java.text.Normalizer;
import java.util.Locale;

/** What may be a title, and what channel name it gives. Titles come from people and alert sources and are hostile. */
public final class Titles {

    /** Longer titles are cut: a card's header in Slack holds 150 characters. */
    public static final int MAX = 120;

    // Slack allows 80 characters in a channel name; prefix and the longest number take 24.
    private static final int MAX_SLUG = 56;

    private Titles() {}

    /** One line of at most {@value #MAX} characters without control or direction characters; may be empty. */
    public static String safe(String raw) {
        var line = raw.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}&&[^\\u200D]]", " ")
                .replaceAll("[\\p{Z}\\s]+", " ")
                .strip();
        if (line.codePointCount(0, line.length()) <= MAX) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, MAX - 1)).stripTrailing() + "…";
    }

    /** {@code inc-42-checkout-is-down}: only a-z, 0-9 and hyphens, at most 80 characters, unique by its number. */
    public static String channelName(long number, String title) {
        var slug = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("&(amp|lt|gt);", " ")
                .replaceAll("[^a-z0-9]+", "-");
        slug = slug.substring(0, Math.min(slug.length(), MAX_SLUG)).replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "inc-" + number : "inc-" + number + "-" + slug;
    }
}
