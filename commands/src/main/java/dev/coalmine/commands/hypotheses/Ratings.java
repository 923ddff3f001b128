package dev.coalmine.commands.hypotheses;

import dev.coalmine.storage.hypotheses.Says;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads {@code strongly against H1 for H2 and H3}: a word holds for all names that follow it. */
final class Ratings {

    private Ratings() {}

    static Map<Integer, Says> of(Line said) {
        var ratings = new LinkedHashMap<Integer, Says>();
        Says says = null;
        var strongly = false;
        for (var part : said.parts()) {
            var word = part.text().toLowerCase(Locale.ROOT).replaceAll("[,;:.]+$", "");
            if (part.kind() == Line.Kind.HYPOTHESIS && says != null) {
                ratings.put(Integer.valueOf(part.text()), says);
            } else if (part.kind() == Line.Kind.WORD) {
                var read = read(word, strongly);
                says = read.orElse(says);
                strongly = word.equals("strongly");
            }
        }
        return ratings;
    }

    private static Optional<Says> read(String word, boolean strongly) {
        return switch (word) {
            case "against" -> Optional.of(strongly ? Says.STRONGLY_AGAINST : Says.AGAINST);
            case "for" -> Optional.of(Says.FOR);
            case "neutral" -> Optional.of(Says.NEUTRAL);
            case "n/a", "na" -> Optional.of(Says.NOT_APPLICABLE);
            default -> Optional.empty();
        };
    }
}
