package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The latest calls of the app, for tests that count what it did. */
public final class CallLog {

    private static final int REMEMBERED = 20_000;

    private record Entry(long n, String method, String channel, Instant at, String outcome) {

        ObjectNode json() {
            return Json.object()
                    .put("n", n)
                    .put("method", method)
                    .put("channel", channel)
                    .put("at", at.toString())
                    .put("outcome", outcome);
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long count;

    synchronized void add(String method, String channel, Instant at, String outcome) {
        entries.add(new Entry(++count, method, channel, at, outcome));
        if (entries.size() > REMEMBERED) {
            entries.poll();
        }
    }

    /** Those after that number, oldest first. */
    public synchronized ArrayNode since(long n) {
        return Json.arrayOf(entries.stream().filter(it -> it.n() > n).map(Entry::json));
    }
}
