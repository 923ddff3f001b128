package dev.coalmine.commands.coincidences;

import dev.coalmine.storage.coincidences.MinuteCount;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The window of a stretch of time in which most happened.
 *
 * @param from its first minute
 * @param until the first minute after it
 * @param count how much happened in it
 */
record Window(long from, long until, long count) {

    /**
     * Finds it; of several that are equal the latest, as it is the nearest to what came next. Windows that reach beyond
     * the stretch count with what of them lies within.
     *
     * @return empty when nothing happened
     */
    static Optional<Window> fullest(Collection<MinuteCount> counts, int length) {
        var perMinute = new TreeMap<Long, Long>();
        counts.forEach(it -> perMinute.merge(it.minute(), (long) it.count(), Long::sum));
        Window fullest = null;
        for (var last : perMinute.keySet()) {
            var within = perMinute.subMap(last - length + 1, last + 1);
            var count = within.values().stream().mapToLong(Long::longValue).sum();
            if (count > 0 && (fullest == null || count >= fullest.count())) {
                fullest = new Window(within.firstKey(), last + 1, count);
            }
        }
        return Optional.ofNullable(fullest);
    }
}
