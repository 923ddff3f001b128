package dev.coalmine.bot.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Years of history beside an empty database: how long a start takes, how long commands take, and how much stays in
 * memory. It takes a quarter of an hour and ten gigabytes, so it runs only when named; docs/load.md says how.
 */
class HistoryRun {

    static final String TOKEN = "history";

    private static final Past PAST =
            new Past(Integer.getInteger("history.incidents", 100_000), Long.getLong("history.entries", 5_000_000), 20);
    private static final int STARTS = 3;
    private static final Path FOLDER = Path.of("target", "history").toAbsolutePath();

    @Test
    void onH2() throws Exception {
        compare(
                "h2",
                name ->
                        "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                                .formatted(FOLDER.resolve("h2").resolve(name).resolve("coalmine")));
    }

    @Test
    void onPostgreSql() throws Exception {
        var data = Files.createDirectories(FOLDER.resolve("postgresql")).resolve("data");
        var kept = Files.exists(data.resolve("PG_VERSION"));
        try (var server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start()) {
            if (!kept) {
                makeDatabases(server);
            }
            compare("postgresql", name -> server.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true");
        }
    }

    static void makeDatabases(EmbeddedPostgres server) throws Exception {
        try (var database = server.getPostgresDatabase().getConnection();
                var statement = database.createStatement()) {
            statement.execute("create database nothing");
            statement.execute("create database past");
        }
    }

    private void compare(String kind, UnaryOperator<String> url) throws Exception {
        var nothing = folder(kind, "nothing");
        var past = folder(kind, "past");
        begin(url.apply("nothing"), nothing);
        if (Files.notExists(past.resolve("filled"))) {
            fill(begin(url.apply("past"), past), url.apply("past"));
            Files.createFile(past.resolve("filled"));
        }
        System.out.printf("%n%s: %d incidents with %d entries, and nothing%n", kind, PAST.incidents(), PAST.entries());
        starts(url, nothing, past);
        try (var empty = Bot.start(url.apply("nothing"), nothing);
                var full = Bot.start(url.apply("past"), past)) {
            aRecordOfThePastIsWhole(full);
            var commands = new Comparison(empty.sandbox(), full.sandbox());
            commands.warmUp();
            var before = List.of(empty.liveMegabytes(), full.liveMegabytes());
            commands.run();
            commands.report(System.out);
            System.out.printf(
                    Locale.ROOT,
                    "live objects before and after: nothing %.0f and %.0f MB, past %.0f and %.0f MB%n",
                    before.getFirst(),
                    empty.liveMegabytes(),
                    before.getLast(),
                    full.liveMegabytes());
        }
    }

    static Path folder(String kind, String name) throws IOException {
        return Files.createDirectories(FOLDER.resolve(kind).resolve(name));
    }

    /** Makes the tables, and says who is in the workspace. */
    static List<String> begin(String url, Path folder) throws Exception {
        try (var bot = Bot.start(url, folder)) {
            return bot.sandbox().state().path("people").values().stream()
                    .map(person -> Json.text(person, "id"))
                    .toList();
        }
    }

    static void fill(List<String> regulars, String url) throws Exception {
        var began = System.nanoTime();
        // Nothing depends on a past that breaks off, so H2 may write it down at leisure.
        var atLeisure = url.replace("WRITE_DELAY=0", "WRITE_DELAY=1000;CACHE_SIZE=1000000");
        try (var database = DriverManager.getConnection(atLeisure)) {
            PAST.into(database, regulars);
        }
        System.out.printf("Filled in %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    private static void starts(UnaryOperator<String> url, Path nothing, Path past) throws Exception {
        for (var n = 0; n < STARTS; n++) {
            try (var empty = Bot.start(url.apply("nothing"), nothing)) {
                System.out.printf(Locale.ROOT, "start: nothing %.2f s", empty.startSeconds());
            }
            try (var full = Bot.start(url.apply("past"), past)) {
                System.out.printf(Locale.ROOT, ", past %.2f s%n", full.startSeconds());
            }
        }
    }

    /** What was filled in is a past that the bot takes for its own. */
    private static void aRecordOfThePastIsWhole(Bot bot) throws Exception {
        var record = Json.parse(bot.get("/incidents/1/timeline.json"));
        assertThat(record.path("chain").path("whole").asBoolean(false))
                .as(() -> record.path("chain").toString())
                .isTrue();
        assertThat(record.path("entries").size()).isPositive();
    }
}
