package dev.coalmine.bot.campaign;

import dev.coalmine.sandbox.script.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Waiting until Coalmine has nothing left to do. */
final class Quiet {

    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static final Duration STILL = Duration.ofMillis(1_500);
    private static final Pattern LEFT = Pattern.compile(
            "^coalmine_(?:(?:outbox_waiting|alerts_lag(?:_rows)?)(?:\\{.*})?|timers_set\\{.*unfilled-commander.*})"
                    + " (\\S+)$",
            Pattern.MULTILINE);

    private final Scene scene;
    private long lastCall;
    private long since = System.nanoTime();

    Quiet(Scene scene) {
        this.scene = scene;
    }

    /** Whether it came to rest within two minutes. */
    boolean comes() throws Exception {
        return Patience.within(LONGEST, () -> still() && nothingLeft());
    }

    /** Whether Slack has not been called for a while, and knows of nothing that it has not told. */
    private boolean still() {
        var newest = scene.sandbox().script().calls(lastCall).stream()
                .filter(it -> !it.method().equals("apps.connections.open"))
                .mapToLong(Call::n)
                .max();
        if (newest.isPresent() || scene.sandbox().script().undelivered() > 0) {
            lastCall = Math.max(lastCall, newest.orElse(lastCall));
            since = System.nanoTime();
        }
        return System.nanoTime() - since > STILL.toNanos();
    }

    private boolean nothingLeft() {
        try {
            return scene.database().shared() ? nothingInTheDatabase() : nothingToTheBot();
        } catch (SQLException | IOException | UncheckedIOException | AssertionError notYet) {
            return false;
        }
    }

    private boolean nothingInTheDatabase() throws SQLException {
        try (var connection = scene.database().connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                    select (select count(*) from outbox where pending)
                        + (select count(*) from qrtz_triggers where trigger_group = 'unfilled-commander')
                        + (select sum(number) from alert_part)
                        - (select sum(number) from alert_reading where consumer = 'intake')\
                    """)) {
            return row.next() && row.getLong(1) == 0;
        }
    }

    /** The file is the bot's alone, so the bot is asked. */
    private boolean nothingToTheBot() throws IOException {
        return LEFT.matcher(scene.get("/actuator/prometheus"))
                        .results()
                        .mapToDouble(it -> Double.parseDouble(it.group(1)))
                        .sum()
                == 0;
    }
}
