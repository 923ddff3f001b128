package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.pages.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever comes, a source reads alerts or says that it cannot; nothing else happens. */
class HostileBodiesTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T13:00:00Z");
    private static final List<AlertSource> SOURCES = List.of(
            new PagerDuty(PagerDutyTest.settings()),
            new Alertmanager(PagerDutyTest.settings()),
            new Generic(PagerDutyTest.settings()));

    /** Words that make the sources look closer. */
    private static final String[] NAMES = {
        "event",
        "event_type",
        "data",
        "id",
        "type",
        "incident",
        "assignees",
        "messages",
        "alerts",
        "groupKey",
        "labels",
        "groupLabels",
        "status",
        "startsAt",
        "truncatedAlerts",
        "key",
        "title",
        "at",
        "people",
        "specversion"
    };

    private static final String[] VALUES = {
        "null",
        "0",
        "-1",
        "1e400",
        "true",
        "\"\"",
        "\"incident\"",
        "\"incident.triggered\"",
        "\"firing\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"0001-01-01T00:00:00Z\"",
        "123456789012345678901234567890",
        "\"1.0\""
    };

    @Property(tries = 300)
    void anyBytes(@ForAll byte[] body) {
        SOURCES.forEach(source -> readOrNot(source, new String(body, UTF_8)));
    }

    @Property(tries = 2_000)
    void anyJson(@ForAll("json") String body) {
        SOURCES.forEach(source -> readOrNot(source, body));
        SOURCES.forEach(source -> readOrNot(source, "{\"event\":" + body + ",\"alerts\":" + body + "}"));
        SOURCES.forEach(source -> readOrNot(
                source,
                "{\"event\":{\"event_type\":\"incident.triggered\",\"data\":" + body + "},\"alerts\":[" + body + "]}"));
    }

    @Property(tries = 300)
    void anyHeaders(@ForAll String value) {
        Headers headers = name -> List.of(value);
        for (var source : SOURCES) {
            assertThat(source.authentic(headers, new byte[0])).isFalse();
            try {
                source.keep(headers, "{}");
            } catch (Unreadable refused) {
                assertThat(refused.reason()).isNotBlank();
            }
        }
    }

    @Property(tries = 5)
    void deepNestingIsNotJson(@ForAll boolean array) {
        var deep = (array ? "[" : "{\"a\":").repeat(100_000);
        SOURCES.forEach(source -> assertThat(readOrNot(source, deep)).isEmpty());
    }

    @Provide
    Arbitrary<String> json() {
        return Arbitraries.randomValue(random -> json(random, 4));
    }

    private static String json(Random random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(3)) {
            case 0 -> VALUES[random.nextInt(VALUES.length)];
            case 1 -> list(random, depth, "[", "]", () -> "");
            default -> list(random, depth, "{", "}", () -> "\"%s\":".formatted(NAMES[random.nextInt(NAMES.length)]));
        };
    }

    private static String list(Random random, int depth, String open, String close, Supplier<String> name) {
        return Stream.generate(() -> name.get() + json(random, depth - 1))
                .limit(random.nextInt(5))
                .collect(Collectors.joining(",", open, close));
    }

    private static List<Alert> readOrNot(AlertSource source, String body) {
        try {
            return source.read(body, RECEIVED);
        } catch (Unreadable unreadable) {
            assertThat(unreadable.reason()).isNotBlank();
            return List.of();
        }
    }
}
