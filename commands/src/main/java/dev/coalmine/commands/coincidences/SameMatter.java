package dev.coalmine.commands.coincidences;

import dev.coalmine.storage.incidents.Incident;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two incidents are about the same thing: the same service, or, without one, mostly the same words. */
final class SameMatter {

    private static final double MOSTLY = 0.6;
    private static final Set<String> SMALL_WORDS =
            Set.of("the", "and", "for", "are", "was", "has", "not", "with", "from", "again", "all");

    private SameMatter() {}

    static boolean is(Incident one, Incident other) {
        if (one.service().isPresent() || other.service().isPresent()) {
            return one.service().orElse("").equalsIgnoreCase(other.service().orElse(""));
        }
        return alike(words(one.title()), words(other.title()));
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        var both = new HashSet<>(one);
        both.retainAll(other);
        return !both.isEmpty() && both.size() >= MOSTLY * all.size();
    }

    /** Without what differs from time to time: numbers, and names that hold digits. */
    static Set<String> words(String title) {
        return Stream.of(title.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2 && word.chars().noneMatch(Character::isDigit))
                .filter(word -> !SMALL_WORDS.contains(word))
                .collect(Collectors.toSet());
    }
}
