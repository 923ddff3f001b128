package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Launches that were started and of which nothing was heard since. */
final class Unfinished {

    private static final long SHORTEST = 10 * 60_000;
    // One in a hundred takes longer than all but one in a hundred: after a burst of launches those are many.
    private static final double SLACK = 1.2;
    private static final int ENOUGH = 20;
    // Of which nobody knows how long they take.
    private static final long FORGOTTEN = 24 * 3_600_000;
    private static final int FEW = 1_000;
    private static final int MOST = 100_000;

    private final Map<Long, Started> open = new HashMap<>();
    private final PriorityQueue<Started> due = new PriorityQueue<>(Comparator.comparingLong(Started::due)
            .thenComparingLong(Started::key)
            .thenComparingLong(Started::at));

    void started(Source source, String entity, long key, long at) {
        if (open.size() < MOST) {
            var durations = source.durations();
            var patience =
                    durations.seen() >= ENOUGH ? Math.max(SHORTEST, (long) (SLACK * durations.most())) : FORGOTTEN;
            waitFor(new Started(source, entity, key, at, at + patience));
        }
    }

    private void waitFor(Started begun) {
        open.put(begun.key, begun);
        due.add(begun);
        // What ended in time is still in the queue.
        if (due.size() > 2 * open.size() + FEW) {
            due.clear();
            due.addAll(open.values());
        }
    }

    /** It ended, well or not. */
    void ended(long key, long at) {
        var begun = open.remove(key);
        if (begun != null) {
            begun.source.durations().add(at - begun.at);
        }
    }

    /** Those that are not expected to end any more. */
    List<Started> given(long now) {
        if (due.isEmpty() || due.peek().due > now) {
            return List.of();
        }
        var given = new ArrayList<Started>();
        while (!due.isEmpty() && due.peek().due <= now) {
            var begun = due.poll();
            if (open.remove(begun.key, begun) && begun.due - begun.at < FORGOTTEN) {
                given.add(begun);
            }
        }
        return given;
    }

    void keep(Snapshot snapshot, IntFunction<Source> sources) {
        snapshot.all(new ArrayList<>(open.values()), begun -> {
            var read = Started.kept(snapshot, begun, sources);
            if (snapshot.reading()) {
                open.put(read.key, read);
                due.add(read);
            }
            return read;
        });
    }

    /** @param due when it is given up */
    record Started(Source source, String entity, long key, long at, long due) {

        static Started kept(Snapshot snapshot, @Nullable Started begun, IntFunction<Source> sources) {
            var source = sources.apply(snapshot.number(begun == null ? 0 : begun.source.number));
            var entity = snapshot.name(begun == null ? "" : begun.entity);
            var key = snapshot.whole(begun == null ? 0 : begun.key);
            var at = snapshot.whole(begun == null ? 0 : begun.at);
            return new Started(source, entity, key, at, snapshot.whole(begun == null ? 0 : begun.due));
        }

        String text() {
            return "no outcome after %d min".formatted((due - at) / 60_000);
        }
    }

    /** How long launches take, in classes that grow by a third; in bytes, for there are ten thousand of these. */
    static final class Durations {

        private static final double STEP = Math.log(4.0 / 3);
        private static final double MOST = 0.99;
        private static final int FULL = 250;

        private final byte[] classes = new byte[36];

        void add(long millis) {
            var nth = Math.clamp((int) (Math.log(Math.max(1, millis / 1_000.0)) / STEP), 0, classes.length - 1);
            if (count(nth) >= FULL) {
                halve();
            }
            classes[nth]++;
        }

        private void halve() {
            for (var n = 0; n < classes.length; n++) {
                classes[n] = (byte) (count(n) / 2);
            }
        }

        private int count(int nth) {
            return Byte.toUnsignedInt(classes[nth]);
        }

        int seen() {
            var sum = 0;
            for (var n = 0; n < classes.length; n++) {
                sum += count(n);
            }
            return sum;
        }

        void keep(Snapshot snapshot) {
            for (var n = 0; n < classes.length; n++) {
                classes[n] = (byte) snapshot.number(classes[n]);
            }
        }

        /** As long as all but one in a hundred took at most, in milliseconds. */
        long most() {
            var enough = MOST * seen();
            var sum = 0;
            for (var n = 0; n < classes.length; n++) {
                var within = count(n);
                sum += within;
                if (sum >= enough) {
                    return (long) (1_000 * Math.exp((n + 1 - (sum - enough) / within) * STEP));
                }
            }
            return (long) (1_000 * Math.exp(classes.length * STEP));
        }
    }
}
