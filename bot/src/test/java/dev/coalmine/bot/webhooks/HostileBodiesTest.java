package dev.coalmine.bot.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.bot.fuzz.Hostile;
import dev.coalmine.commands.pages.Alert;
import java.time.Instant;
import java.util.List;
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
        return Arbitraries.longs().map(seed -> new Hostile(seed).json(4));
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
