package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.pages.Intake;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.pages.Place;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Very many alerts at once are one incident, whose channel stays readable. */
class AlertStormTest extends Conversation {

    private static final int ALERTS = 400;

    @Test
    void aStormIsAFewLinesAndACountAndEachAlertIsInTheTimeline() {
        var first = problem(0);
        posts(0, 1);
        var incident = incidentOf(first);
        for (var n = 1; n < ALERTS; n += 57) {
            posts(n, Math.min(n + 57, ALERTS));
        }

        inTheEnd(() ->
                assertThat(card(incident).text()).contains("Alerts: %d, of which %d firing".formatted(ALERTS, ALERTS)));
        inTheEnd(() -> assertThat(counted(incident)).isEqualTo(ALERTS - 1 - lines(incident, "joined: “")));
        assertThat(lines(incident, "joined: “")).as("five in each ten minutes").isBetween(5L, 10L);
        assertThat(lines(incident, "alerts changed")).isBetween(1L, 2L);
        assertThat(coalmine.record(incident.number(), "csv").lines().filter(line -> line.contains("joined: “")))
                .hasSize(ALERTS - 1);
        assertThat(coalmine.application()
                        .getBean(Pages.class)
                        .count(incident.number())
                        .all())
                .isEqualTo(ALERTS);
    }

    @Test
    void whatWasSetAsideIsListedAndCanBeHadHandledAgain() {
        var log = coalmine.application().getBean(AlertLog.class);
        var body = "{\"key\":\"again-%d\",\"title\":\"Again\",\"severity\":\"info\"}".formatted(story);
        var row = Place.of(log.append("generic", null, Instant.now(), body).join());
        var problem = new Pager.Problem("generic", "again-" + story);
        eventuallyHeard(problem, 1);
        log.setAside(Intake.READER, row.number(), "SomeException at dev.coalmine.Some: secret", Instant.now());

        assertThat(alice.types("general", "/incident alerts").text())
                .contains("Row %s from generic was set aside: SomeException".formatted(row))
                .doesNotContain("secret");
        assertThat(alice.types("general", "/incident alerts again " + row).text())
                .contains("Row %s will be handled again, now as row".formatted(row));
        eventuallyHeard(problem, 2);
        assertThat(alice.types("general", "/incident alerts again " + row).text())
                .contains("is not set aside");
        assertThat(alice.types("general", "/incident alerts again x").text()).contains("A row is a number");
    }

    /** A channel takes about a message a second, and some are before it. */
    private static void inTheEnd(Runnable assertion) {
        for (var patience = 0; patience < 5; patience++) {
            try {
                Eventually.passes(assertion);
                return;
            } catch (AssertionError notYet) {
                // More is under way.
            }
        }
        Eventually.passes(assertion);
    }

    private void posts(int from, int to) {
        var alerts = IntStream.range(from, to)
                .mapToObj(n -> "{\"key\":\"%s\",\"title\":\"Storm %d\",\"service\":\"storm-%d\"}"
                        .formatted(problem(n).key(), n, story))
                .collect(Collectors.joining(",", "[", "]"));
        var answer =
                coalmine.post("/hooks/generic", alerts, Map.of("Authorization", "Bearer " + RunningBot.GENERIC_TOKEN));
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private Pager.Problem problem(int n) {
        return new Pager.Problem("generic", "storm-%d-%d".formatted(story, n));
    }

    private void eventuallyHeard(Pager.Problem problem, int messages) {
        var pages = coalmine.application().getBean(Pages.class);
        Eventually.passes(() -> assertThat(pages.findBySourceAndAlertKey(problem.source(), problem.key()))
                .hasValueSatisfying(page -> assertThat(page.messages()).isGreaterThanOrEqualTo(messages)));
    }

    private static long lines(Declared incident, String text) {
        return incident.channel().messages().stream()
                .filter(it -> it.text().contains(text))
                .count();
    }

    private static int counted(Declared incident) {
        return incident.channel().messages().stream()
                .filter(it -> it.text().contains("alerts changed"))
                .mapToInt(it -> Integer.parseInt(it.text().replaceAll("(?s).*alerts changed (\\d+) more.*", "$1")))
                .sum();
    }
}
