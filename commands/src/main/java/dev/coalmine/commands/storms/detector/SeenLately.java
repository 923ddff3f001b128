package dev.coalmine.commands.storms.detector;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What was seen within the last half hour, by a hash of 64 bits. A table of plain numbers: a cache of objects would take
 * longer than all that a signal needs otherwise.
 *
 * <p>It takes 32 MB at most. In a flood of more than half a million different things in half an hour the earliest are
 * forgotten sooner.
 */
final class SeenLately {

    static final long WINDOW = 30 * 60_000;

    private static final long FREE = 0;
    private static final int MOST = 1 << 21;

    private long[] keys = new long[1024];
    private long[] times = new long[1024];
    private int used;

    /** Whether it was seen within the half hour before {@code at}; from now on it was. */
    boolean again(long hash, long at) {
        var key = hash == FREE ? 1 : hash;
        var slot = slot(key);
        if (keys[slot] == key) {
            var again = Math.abs(at - times[slot]) < WINDOW;
            times[slot] = Math.max(times[slot], at);
            return again;
        }
        keys[slot] = key;
        times[slot] = at;
        if (++used > keys.length / 2) {
            tidy(at);
        }
        return false;
    }

    /** Whether it was seen at that time or later. */
    boolean since(long hash, long at) {
        var key = hash == FREE ? 1 : hash;
        var slot = slot(key);
        return keys[slot] == key && times[slot] >= at;
    }

    /** For how many there would be places. */
    int room() {
        return keys.length;
    }

    private int slot(long key) {
        var slot = (int) mix(key) & keys.length - 1;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** Forgets the old, and makes room as long as much is new; where there is no more room, three quarters are old. */
    private void tidy(long now) {
        var oldKeys = keys;
        var oldTimes = times;
        var crowded = seen().filter(time -> now - time < WINDOW).count() > oldKeys.length / 4;
        var room = crowded ? Math.min(oldKeys.length * 2, MOST) : oldKeys.length;
        var forgotten = crowded && room == oldKeys.length ? lastOfThreeQuarters() : now - WINDOW;
        keys = new long[room];
        times = new long[keys.length];
        used = 0;
        for (var n = 0; n < oldKeys.length; n++) {
            if (oldKeys[n] != FREE && oldTimes[n] > forgotten) {
                var slot = slot(oldKeys[n]);
                keys[slot] = oldKeys[n];
                times[slot] = oldTimes[n];
                used++;
            }
        }
    }

    /** The time until which three quarters of all were seen. */
    private long lastOfThreeQuarters() {
        return seen().sorted().skip(used / 4 * 3).findFirst().orElseThrow();
    }

    private LongStream seen() {
        return IntStream.range(0, keys.length).filter(n -> keys[n] != FREE).mapToLong(n -> times[n]);
    }

    /** Spreads the bits (the finaliser of SplitMix64). */
    static long mix(long key) {
        var z = key;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** With as much room as before, for when it tidies up depends on it. */
    void keep(Snapshot snapshot) {
        var room = snapshot.number(keys.length);
        var held = snapshot.number(used);
        if (snapshot.reading()) {
            read(snapshot, room, held);
            return;
        }
        for (var n = 0; n < room; n++) {
            if (keys[n] != FREE) {
                snapshot.whole(keys[n]);
                snapshot.whole(times[n]);
            }
        }
    }

    private void read(Snapshot snapshot, int room, int held) {
        if (Integer.bitCount(room) != 1 || room > MOST || held < 0 || held > room / 2 + 1) {
            throw new IllegalStateException("%d things in a table for %d".formatted(held, room));
        }
        keys = new long[room];
        times = new long[room];
        used = held;
        for (var n = 0; n < held; n++) {
            var key = snapshot.whole(0);
            var slot = slot(key);
            keys[slot] = key;
            times[slot] = snapshot.whole(0);
        }
    }
}
