package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.StormMembers;
import dev.coalmine.storage.storms.Storms;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alerts of many services come at once: one storm, one incident, and everything else is counted in it. */
class AlertStormsTest {

    private static final int SERVICES = 40;

    private RunningBot coalmine;

    @BeforeEach
    void start() {
        coalmine = RunningBot.start(
                RunningBot.h2(),
                Map.of(
                        "coalmine.storms.learn-alerts-for", "0s",
                        "coalmine.storms.always-page.services[0]", "payments"));
    }

    @AfterEach
    void stop() {
        coalmine.close();
    }

    @Test
    void alertsOfAStormGetNoChannelsOfTheirOwnAndAreListed() {
        IntStream.range(0, SERVICES).forEach(n -> fires("service-" + n, "host-" + n, "error"));
        var storm = theOnlyStorm();
        var incident = storm.incident().orElseThrow();
        Eventually.passes(() -> assertThat(open()).extracting(Incident::number).containsExactly(incident));

        fires("service-3", "host-300", "error");
        fires("service-4", "host-400", "error");

        var alice = coalmine.sandbox().as("alice");
        Eventually.passes(() -> assertThat(
                        alice.types("general", "/incident storms held 1").text())
                .contains("host-300 is slow", "host-400 is slow", "told in incident " + incident));
        assertThat(open()).hasSize(1);
        assertThat(alice.types("general", "/incident storms").text()).contains("alerts held back");
        assertThat(coalmine.record(incident, "md"))
                .contains("Another alert of the storm", "Canary, storm 1", "service-3");
    }

    @Test
    void onTheFirstDayStormsOfAlertsAreOnlyListedSinceNobodyKnowsWhatIsUsual() {
        try (var fresh = RunningBot.start(RunningBot.h2())) {
            IntStream.range(0, 12).forEach(n -> fires(fresh, "service-" + n, "host-" + n, "error"));

            var alice = fresh.sandbox().as("alice");
            Eventually.passes(
                    () -> assertThat(alice.types("general", "/incident storms").text())
                            .contains("notice", "nobody was told"));
            Eventually.passes(() -> assertThat(fresh.sandbox().script().channelsStarting("inc-"))
                    .hasSize(12));
        }
    }

    @Test
    void aServiceOnTheAlwaysPageListStillGetsItsChannel() {
        fires("payments", "host-1", "error");
        IntStream.range(0, SERVICES).forEach(n -> fires("service-" + n, "host-" + n, "error"));
        theOnlyStorm();

        Eventually.passes(() -> assertThat(open())
                .extracting(it -> it.service().orElse(""))
                .hasSize(2)
                .contains("payments"));
    }

    @Test
    void whatIsWorseRaisesTheSeverityOfTheStorm() {
        IntStream.range(0, SERVICES).forEach(n -> fires("service-" + n, "host-" + n, "error"));
        theOnlyStorm();
        Eventually.passes(() -> assertThat(open()).hasSize(1));

        fires("service-3", "host-300", "critical");

        Eventually.passes(() -> assertThat(open()).singleElement().satisfies(it -> assertThat(it.severity())
                .isEqualTo(Severity.SEV_1)));
    }

    @Test
    void whatIsExpectedIsHeldBackUntilThen() {
        IntStream.range(0, SERVICES).forEach(n -> fires("service-" + n, "host-" + n, "error"));
        var incident = theOnlyStorm().incident().orElseThrow();
        Eventually.passes(() -> assertThat(open()).hasSize(1));
        var alice = coalmine.sandbox().as("alice");

        assertThat(alice.types("general", "/incident storms expected 1 until 2h")
                        .text())
                .contains("Noted");
        Eventually.passes(() -> assertThat(open()).isEmpty());
        fires("service-3", "host-300", "error");

        Eventually.passes(() -> assertThat(
                        coalmine.application().getBean(StormMembers.class).held(1, 100))
                .anySatisfy(it -> {
                    assertThat(it.title()).isEqualTo("host-300 is slow");
                    assertThat(it.why()).contains("is expected until");
                }));
        assertThat(open()).isEmpty();
        assertThat(coalmine.record(incident, "md")).contains("is expected until");
    }

    private Storm theOnlyStorm() {
        var storms = coalmine.application().getBean(Storms.class);
        Eventually.passes(() -> assertThat(storms.findAll()).hasSize(1).allSatisfy(it -> assertThat(it.incident())
                .isPresent()));
        return storms.findAll().getFirst();
    }

    private List<Incident> open() {
        return coalmine.application().getBean(Incidents.class).findAll().stream()
                .filter(it -> Stage.stillOpen().contains(it.stage()))
                .toList();
    }

    private void fires(String service, String host, String severity) {
        fires(coalmine, service, host, severity);
    }

    private static void fires(RunningBot coalmine, String service, String host, String severity) {
        var alert = Json.object()
                .put("key", service + "/" + host + "/" + severity)
                .put("title", host + " is slow")
                .put("service", service)
                .put("severity", severity);
        alert.putObject("labels").put("host", host);
        var answer = coalmine.post(
                "/hooks/generic", alert.toString(), Map.of("Authorization", "Bearer " + RunningBot.GENERIC_TOKEN));
        assertThat(answer.statusCode()).isEqualTo(202);
    }
}
