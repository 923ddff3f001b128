package dev.coalmine.bot.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What goes wrong in a run, and when: the same for the same seed. */
record Schedule(List<At> blows) {

    private static final int FREEZE_MILLIS = 23_000;

    /** What must not be done twice comes more often. */
    private static final List<String> METHODS = List.of(
            "chat.postMessage",
            "chat.postMessage",
            "chat.postMessage",
            "chat.postMessage",
            "chat.postMessage",
            "conversations.create",
            "conversations.create",
            "conversations.create",
            "chat.update",
            "conversations.invite",
            "conversations.history",
            "bookmarks.add",
            "apps.connections.open",
            "*");

    /** @param millis after the start of the run */
    record At(int millis, Blow blow) {

        @Override
        public String toString() {
            return "%6.1f s  %s".formatted(millis / 1000.0, blow);
        }
    }

    static Schedule of(Store store, Duration length, long seed) {
        var dice = new Dice(Math.toIntExact(length.toMillis()), new Random(seed));
        var frozen = store == Store.POSTGRESQL && dice.freezes();
        // Whoever stands still is left alone, so that it stands still for long enough.
        dice.kills(frozen ? store.replicas().subList(1, 2) : store.replicas());
        if (store == Store.POSTGRESQL) {
            dice.databaseStops();
        }
        dice.slack();
        return new Schedule(
                dice.blows.stream().sorted(Comparator.comparingInt(At::millis)).toList());
    }

    private record Dice(int length, Random random, List<At> blows) {

        Dice(int length, Random random) {
            this(length, random, new ArrayList<>());
        }

        /** Every few seconds, one of those replicas. */
        void kills(List<String> replicas) {
            for (var at = between(1_000, 5_000); at < length; at += between(7_000, 12_000)) {
                var replica = replicas.get(random.nextInt(replicas.size()));
                add(at, new Blow.Kill(replica, random.nextInt(4) > 0, between(500, 5_000), between(0, 1_500)));
            }
        }

        /** In every third run, if it is long enough for it. */
        boolean freezes() {
            if (random.nextInt(3) > 0 || length <= FREEZE_MILLIS) {
                return false;
            }
            add(between(500, 5_000), new Blow.Freeze("a", FREEZE_MILLIS));
            return true;
        }

        void databaseStops() {
            for (var at = between(4_000, 12_000); at < length; at += between(8_000, 16_000)) {
                var how = random.nextBoolean() ? Database.Stop.FAST : Database.Stop.IMMEDIATE;
                add(at, new Blow.DatabaseStop(how, between(0, 3_000)));
            }
        }

        void slack() {
            for (var at = between(300, 1_500); at < length; at += between(200, 1_400)) {
                add(at, fault());
            }
        }

        private Blow fault() {
            var dice = random.nextInt(100);
            var ofSlack = List.<Function<String, Blow.Slack>>of(
                    it -> fault("reset_after", it, between(1, 4), 0),
                    it -> fault("reset_after", it, between(1, 4), 0),
                    it -> fault("late", it, between(1, 4), between(1, 4)),
                    it -> fault("late", it, between(1, 4), between(1, 4)),
                    it -> fault("late", it, 1, 11),
                    it -> fault("ratelimited", it, between(1, 4), between(1, 3)),
                    it -> fault("hang", it, 1, between(2, 12)),
                    it -> fault("http_500", it, between(1, 2), 0),
                    it -> fault("http_503", it, between(1, 2), 0),
                    it -> error(it));
            return dice < 70
                    ? ofSlack.get(random.nextInt(ofSlack.size())).apply(METHODS.get(random.nextInt(METHODS.size())))
                    : ofEvents();
        }

        private Blow.Slack error(String method) {
            var codes = List.of("internal_error", "fatal_error", "service_unavailable", "request_timeout");
            return new Blow.Slack("error", method, between(1, 2), 0, codes.get(random.nextInt(codes.size())));
        }

        private Blow.Slack ofEvents() {
            var kinds = List.of(
                    "duplicate_events",
                    "duplicate_events",
                    "reorder_events",
                    "reorder_events",
                    "drop_events_ack",
                    "drop_events_ack",
                    "drop_socket",
                    "disconnect",
                    "refuse_connections");
            return fault(kinds.get(random.nextInt(kinds.size())), "*", between(1, 3), 0);
        }

        private static Blow.Slack fault(String kind, String method, int times, int seconds) {
            return new Blow.Slack(kind, method, times, seconds, "");
        }

        private int between(int least, int most) {
            return least + random.nextInt(most - least + 1);
        }

        private void add(int at, Blow blow) {
            blows.add(new At(at, blow));
        }
    }
}
