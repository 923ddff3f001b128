package dev.coalmine.bot.history;

import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Script;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The same commands to two bots, by turns, so that whatever else the machine does falls on both. */
final class Comparison {

    private static final int ROUNDS = Integer.getInteger("history.rounds", 200);
    private static final int WARM_UP = Math.max(10, ROUNDS / 4);
    private static final List<String> WORDS = List.of(
            "status",
            "note Errors are back to 3 %",
            "timeline 10",
            "timeline",
            "list",
            "list mine",
            "list recent",
            "show",
            "roles",
            "commander",
            "severity 3",
            "severity 2",
            "alerts 20",
            "services",
            "title Comparison goes on",
            "stage investigating",
            "surprise It is not the network",
            "export md",
            "help",
            "declare drill Another one",
            "doctor");

    private final Script empty;
    private final Script full;
    private final String inEmpty;
    private final String inFull;
    private final Random order = new Random(1);
    private final Map<String, List<Long>> emptyTimes = new LinkedHashMap<>();
    private final Map<String, List<Long>> fullTimes = new LinkedHashMap<>();

    Comparison(Script empty, Script full) {
        this.empty = empty;
        this.full = full;
        this.inEmpty = incident(empty);
        this.inFull = incident(full);
    }

    void warmUp() {
        rounds(WARM_UP);
        emptyTimes.clear();
        fullTimes.clear();
    }

    void run() {
        rounds(ROUNDS);
    }

    void report(PrintStream out) {
        out.printf("%-34s %22s %22s%n", "p50 and p99 in ms", "nothing", "past");
        WORDS.forEach(words -> line(out, words, all(emptyTimes, words), all(fullTimes, words)));
        line(out, "all", all(emptyTimes, ""), all(fullTimes, ""));
    }

    private static String incident(Script sandbox) {
        var before = channels(sandbox).size();
        sandbox.as("alice").types("general", "/incident declare drill Comparison");
        Eventually.passes(() -> {
            if (channels(sandbox).size() == before) {
                throw new AssertionError("no channel yet");
            }
        });
        return channels(sandbox).getLast();
    }

    private static List<String> channels(Script sandbox) {
        return sandbox.channelsStarting("inc-").stream().map(it -> it.name()).toList();
    }

    private void rounds(int rounds) {
        for (var round = 0; round < rounds; round++) {
            for (var words : WORDS) {
                // The sandbox keeps every channel; a few are enough to see what it costs.
                if (!words.startsWith("declare") || round % 20 == 0) {
                    askBoth(words);
                }
            }
        }
    }

    /** Who is asked second meets what the first has set going, so neither always is. */
    private void askBoth(String words) {
        if (order.nextBoolean()) {
            ask(empty, inEmpty, words, emptyTimes);
            ask(full, inFull, words, fullTimes);
        } else {
            ask(full, inFull, words, fullTimes);
            ask(empty, inEmpty, words, emptyTimes);
        }
    }

    private static void ask(Script sandbox, String channel, String words, Map<String, List<Long>> times) {
        var began = System.nanoTime();
        sandbox.as("alice").types(channel, "/incident " + words);
        times.computeIfAbsent(words, _ -> new ArrayList<>()).add(System.nanoTime() - began);
    }

    private static List<Long> all(Map<String, List<Long>> times, String words) {
        return times.entrySet().stream()
                .filter(entry -> words.isEmpty() || entry.getKey().equals(words))
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    private static void line(PrintStream out, String words, List<Long> empty, List<Long> full) {
        out.printf(
                Locale.ROOT,
                "%-34s %10.1f %10.1f  %10.1f %10.1f   p99 x %.2f%n",
                words,
                millis(empty, 50),
                millis(empty, 99),
                millis(full, 50),
                millis(full, 99),
                millis(full, 99) / millis(empty, 99));
    }

    private static double millis(List<Long> sorted, int percent) {
        var rank = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        return sorted.get(rank) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
