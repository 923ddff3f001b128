package dev.coalmine.bot.campaign;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** All that was asked of Coalmine in a run, written down by those who asked. */
final class Deeds {

    private final ConcurrentLinkedQueue<Deed> all = new ConcurrentLinkedQueue<>();
    private final AtomicInteger marks = new AtomicInteger();

    /** A word that nobody else uses, and that is no part of another such word. */
    String mark(String letters) {
        return "%s%dz".formatted(letters, marks.incrementAndGet());
    }

    void add(Deed.Kind kind, String mark, Deed.End end) {
        all.add(new Deed(kind, mark, end));
    }

    List<Deed> all() {
        return List.copyOf(all);
    }

    long count(boolean alerts, Deed.End end) {
        return all.stream()
                .filter(it -> it.kind().alert() == alerts && it.end() == end)
                .count();
    }
}
