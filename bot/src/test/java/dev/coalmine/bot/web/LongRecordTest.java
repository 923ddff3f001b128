package dev.coalmine.bot.web;

import static dev.coalmine.bot.web.Downloads.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A record of 100,000 entries comes out whole, and the server holds hardly any of it at a time. */
@SpringBootTest(
        classes = Downloads.Served.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
            "spring.quartz.auto-startup=false",
            "coalmine.api.token=" + TOKEN
        })
class LongRecordTest {

    private static final int ENTRIES = 100_000;
    private static final long MEGABYTE = 1024 * 1024;
    private static final String WORDS = "Rolled back <@U0ALICE> & waiting. ".repeat(6);
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate database;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add(
                "spring.datasource.url",
                () -> "jdbc:h2:file:./target/databases/" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;CACHE_SIZE=8192");
    }

    @BeforeEach
    void writeALongRecord() throws Exception {
        if (database.queryForList("select number from incident").isEmpty()) {
            database.update("""
                insert into incident (number, version, title, severity, stage, kind, noticed_by, restricted, attended,
                channel_gone, declared_at, detected_at) values (1, 0, 'Long', 'SEV_3', 'TRIAGE', 'INCIDENT', 'PERSON',
                false, true, false, current_timestamp, current_timestamp)\
                """);
            var seal = "0".repeat(64);
            for (var first = 1; first <= ENTRIES; first += 5000) {
                seal = writeBlock(first, first + 4999, seal);
            }
            database.update("insert into timeline_end (incident, length, seal) values (1, ?, ?)", ENTRIES, seal);
            // What is kept between downloads, such as the database's cache, is no part of the measurement.
            assertThat(read("json").bytes()).isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"md", "csv", "json"})
    void aLongRecordStreamsWithFlatMemory(String ending) throws Exception {
        var before = usedMemory();
        var download = read(ending);

        assertThat(download.bytes()).isGreaterThan(20 * MEGABYTE);
        assertThat(download.mostUsed() - before).isLessThan(8 * MEGABYTE);
        assertThat(download.end()).containsAnyOf("all 100000 entries", "\"whole\":true,\"entries\":100000");
    }

    /** How long it was, how much memory was in use at most, and its last words. */
    record Download(long bytes, long mostUsed, String end) {}

    private Download read(String ending) throws Exception {
        try (var client = HttpClient.newHttpClient();
                var body = Downloads.stream(client, port, "/incidents/1/timeline." + ending)) {
            var chunk = new byte[64 * 1024];
            var bytes = 0L;
            var mostUsed = 0L;
            var end = "";
            for (var read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                if (bytes / (8 * MEGABYTE) != (bytes + read) / (8 * MEGABYTE)) {
                    mostUsed = Math.max(mostUsed, usedMemory());
                }
                bytes += read;
                end = tail(end + new String(chunk, 0, read, StandardCharsets.UTF_8));
            }
            return new Download(bytes, mostUsed, end);
        }
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 400));
    }

    private static long usedMemory() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private String writeBlock(int first, int last, String seal) {
        var rows = new ArrayList<Object[]>();
        var previous = seal;
        for (var number : IntStream.rangeClosed(first, last).toArray()) {
            var corrects = number % 100 == 0 ? (Integer) (number - 50) : null;
            var now = sealed(previous, number, corrects);
            rows.add(new Object[] {number, utc(TEN), utc(TEN.plusSeconds(number)), WORDS, corrects, previous, now});
            previous = now;
        }
        database.batchUpdate("""
            insert into timeline_entry (incident, number, happened, recorded, kind, person, words, corrects, previous,
            seal) values (1, ?, ?, ?, 'note', 'U0BOB', ?, ?, ?, ?)\
            """, rows);
        return previous;
    }

    // The formula of docs/timeline.md, worked out a second time.
    private static String sealed(String previous, int number, @Nullable Integer corrects) {
        var all = new StringBuilder();
        for (var field : List.of(previous, 1, number, TEN, TEN.plusSeconds(number), "note", "U0BOB", WORDS)) {
            all.append(field.toString().length()).append(':').append(field).append(',');
        }
        all.append("---");
        all.append(corrects == null ? "-" : corrects.toString().length() + ":" + corrects + ",");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.toString().getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
