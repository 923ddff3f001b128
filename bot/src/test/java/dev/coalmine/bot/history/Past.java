package dev.coalmine.bot.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/**
 * What a team leaves behind in years: incidents with their records, each sealed as the bot would have sealed it, and the
 * pages, roles, people, deliveries and events that came with them. Written straight into the tables, since the bot
 * itself would need days.
 *
 * @param incidents how many there have been
 * @param entries of all their records together; half an incident's share, or twice as many
 * @param open how many of them, the newest, are open still
 */
record Past(int incidents, long entries, int open) {

    private static final int BATCH = 20_000;
    private static final int PEOPLE = 2_000;
    private static final int SERVICES = 200;
    // The bot forgets what was sent after a week.
    private static final int WEEK_OF_DELIVERIES = 200_000;
    private static final Instant BEGAN = Instant.parse("2023-01-02T08:00:00Z");
    private static final List<String> SEVERITIES = List.of("SEV_1", "SEV_2", "SEV_3", "SEV_4");
    private static final List<String> NEWS = List.of(
            "Errors of checkout are back to 3 % in Europe, 0.2 % elsewhere.",
            "Rolled back the release of this morning on half of the nodes.",
            "The database has no free connections: the pool of `orders` holds 400.",
            "Asked the network team whether anything was changed at the edge.",
            "Nothing in the logs of the gateway before 08:40.");

    /** One past incident's share. */
    private record Share(int number, int length, Instant began, boolean open) {

        Instant at(int entry) {
            return began.plusSeconds(20L * entry);
        }
    }

    /** {@code regulars} are people of the workspace, who had a role in many incidents. */
    void into(Connection database, List<String> regulars) throws SQLException {
        database.setAutoCommit(false);
        people(database);
        incidents(database);
        records(database);
        around(database, regulars);
        deliveries(database);
        goOnAfter(database);
        database.commit();
    }

    private void people(Connection database) throws SQLException {
        fill(
                database,
                "insert into person (id, handle, full_name, email, time_zone, active) values (?, ?, ?, ?, ?, ?)",
                PEOPLE,
                (row, n) -> set(
                        row,
                        person(n),
                        "past" + n,
                        "Past Person " + n,
                        "past" + n + "@example.com",
                        "Europe/Paris",
                        true));
        fill(
                database,
                "insert into service (name, launcher) values (?, ?)",
                SERVICES,
                (row, n) -> set(row, "past-service-" + n, false));
    }

    private void incidents(Connection database) throws SQLException {
        fill(database, """
            insert into incident (number, version, title, severity, stage, kind, noticed_by, restricted, attended,
            service, declared_by, channel, channel_gone, declared_at, detected_at, resolved_at)
            values (?, 1, ?, ?, ?, 'INCIDENT', 'PERSON', false, true, ?, ?, ?, false, ?, ?, ?)\
            """, incidents, (row, n) -> {
            var share = share(n);
            set(
                    row,
                    share.number(),
                    "Service %d answers slowly, for the %dth time".formatted(n % SERVICES, n / SERVICES + 1),
                    SEVERITIES.get(n % 4),
                    share.open() ? "INVESTIGATING" : "CLOSED",
                    "past-service-" + n % SERVICES,
                    person(n % PEOPLE),
                    channel(n),
                    utc(share.began()),
                    utc(share.began()),
                    share.open() ? null : utc(share.at(share.length())));
        });
    }

    private void records(Connection database) throws SQLException {
        try (var entry = database.prepareStatement("""
            insert into timeline_entry (incident, number, happened, recorded, kind, person, words, link, channel,
            message, corrects, previous, seal) values (?, ?, ?, ?, ?, ?, ?, null, ?, ?, null, ?, ?)\
            """);
                var end = database.prepareStatement(
                        "insert into timeline_end (incident, length, seal) values (?, ?, ?)")) {
            var written = 0;
            for (var n = 0; n < incidents; n++) {
                var share = share(n);
                set(end, share.number(), share.length(), record(entry, share));
                end.addBatch();
                written += share.length();
                if (written > BATCH || n == incidents - 1) {
                    entry.executeBatch();
                    end.executeBatch();
                    database.commit();
                    written = 0;
                }
            }
        }
    }

    private String record(PreparedStatement row, Share share) throws SQLException {
        var seal = Chain.NONE;
        for (var number = 1; number <= share.length(); number++) {
            var at = share.at(number);
            var who = person((share.number() + number) % PEOPLE);
            var words = "%s (%d)".formatted(NEWS.get(number % NEWS.size()), number);
            var kind = number == 1 ? "declared" : "note";
            var channel = number % 5 == 0 ? channel(share.number() - 1) : null;
            var message = channel == null ? null : "%d.%06d".formatted(at.getEpochSecond(), number);
            var previous = seal;
            seal = Chain.seal(previous, share.number(), number, at, at, kind, who, words, null, channel, message, null);
            set(row, share.number(), number, utc(at), utc(at), kind, who, words, channel, message, previous, seal);
            row.addBatch();
        }
        return seal;
    }

    /** Pages and roles: nobody is ever taken out of a role when an incident is over. */
    private void around(Connection database, List<String> regulars) throws SQLException {
        fill(database, """
            insert into page (source, alert_key, title, service, incident, firing, fired_at, last_fired_at,
            resolved_at, heard_at, messages, starts, members)
            values ('alertmanager', ?, ?, ?, ?, ?, ?, ?, ?, ?, 2, 1, 1)\
            """, incidents, (row, n) -> {
            var share = share(n);
            var end = share.at(share.length());
            set(
                    row,
                    "past:%d".formatted(n),
                    "Service %d answers slowly".formatted(n % SERVICES),
                    "past-service-" + n % SERVICES,
                    share.number(),
                    share.open(),
                    utc(share.began()),
                    utc(share.began()),
                    share.open() ? null : utc(end),
                    utc(end));
        });
        for (var role : List.of("commander", "scribe", "responder")) {
            fill(
                    database,
                    "insert into role_assignment (incident, role, person, taken_at) values (?, ?, ?, ?)",
                    incidents,
                    (row, n) -> set(row, share(n).number(), role, someone(n, role, regulars), utc(share(n).began())));
        }
    }

    private void deliveries(Connection database) throws SQLException {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        fill(database, """
            insert into outbox (lane, priority, kind, body, state, pending, attempts, mark, created, due, first_tried, done)
            values (?, 2, 'post', ?, 'sent', false, 1, 'past', ?, ?, ?, ?)\
            """, (int) Math.min(WEEK_OF_DELIVERIES, entries), (row, n) -> {
            var at = utc(now.minusSeconds(3L * n));
            set(row, "channel:" + channel(n % incidents), "{\"text\":\"" + NEWS.get(n % 5) + "\"}", at, at, at, at);
        });
        fill(
                database,
                "insert into seen_event (event_key, seen_at) values (?, ?)",
                (int) Math.min(WEEK_OF_DELIVERIES, entries),
                (row, n) -> set(row, "past-event-" + n, utc(now.minusSeconds(3L * n))));
        fill(
                database,
                "insert into posted (name, channel, ts) values (?, ?, ?)",
                incidents,
                (row, n) -> set(row, "card:" + (n + 1), channel(n), "%d.000100".formatted(n)));
    }

    private void goOnAfter(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("alter table incident alter column number restart with " + (incidents + 1));
        }
    }

    /** Shares differ: most records are short, some are long. */
    private Share share(int n) {
        var average = entries / incidents;
        var length = n % 3 == 0 ? average * 2 : average / 2;
        return new Share(
                n + 1, Math.max(1, (int) length), BEGAN.plus(n * 15L, ChronoUnit.MINUTES), n >= incidents - open);
    }

    /** Half of all roles are the regulars'. */
    private static String someone(int n, String role, List<String> regulars) {
        var random = new Random(31L * n + role.hashCode());
        return random.nextBoolean() ? regulars.get(random.nextInt(regulars.size())) : person(random.nextInt(PEOPLE));
    }

    static String person(int n) {
        return "UPAST%05d".formatted(n);
    }

    private static String channel(int n) {
        return "CPAST%06d".formatted(n);
    }

    @FunctionalInterface
    private interface Filling {

        void fill(PreparedStatement row, int n) throws SQLException;
    }

    private static void fill(Connection database, String sql, int rows, Filling filling) throws SQLException {
        try (var row = database.prepareStatement(sql)) {
            for (var n = 0; n < rows; n++) {
                filling.fill(row, n);
                row.addBatch();
                if (n % BATCH == BATCH - 1 || n == rows - 1) {
                    row.executeBatch();
                    database.commit();
                }
            }
        }
    }

    private static void set(PreparedStatement row, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
