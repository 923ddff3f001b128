package dev.coalmine.bot.endtoend;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.script.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Coalmine measures, and who may see it. */
class OperatorsOnlyTest extends Conversation {

    private static final String METRICS = "/actuator/prometheus";
    private static final Map<String, String> OPERATOR = Map.of("Authorization", "Bearer " + RunningBot.API_TOKEN);

    @Test
    void everybodyMayAskWhetherItIsWellAndNobodyMore() {
        assertThat(status("/actuator/health", Map.of())).isEqualTo(200);
        assertThat(status("/actuator/health/liveness", Map.of())).isEqualTo(200);
        assertThat(status("/actuator/health/readiness", Map.of())).isEqualTo(200);
        assertThat(status(METRICS, Map.of())).isEqualTo(401);
        assertThat(status(METRICS, Map.of("Authorization", "Bearer wrong"))).isEqualTo(401);
        assertThat(status("/actuator", Map.of())).isEqualTo(401);
        assertThat(status("/actuator/health/..;/prometheus", Map.of())).isNotEqualTo(200);
        assertThat(status("/actuator/%70rometheus", Map.of())).isEqualTo(401);
        assertThat(status(METRICS, OPERATOR)).isEqualTo(200);
    }

    @Test
    void onAPortOfTheirOwnMetricsNeedTheTokenToo() throws Exception {
        var own = Map.of("management.server.port", "0");
        try (var coalmine = RunningBot.start(Sandbox.start(SandboxSettings.forTest()), RunningBot.h2(), own)) {
            var port = coalmine.application().getEnvironment().getProperty("local.management.port");
            var metrics = URI.create("http://localhost:" + port + METRICS);

            assertThat(status(HttpRequest.newBuilder(metrics))).isEqualTo(401);
            assertThat(status(
                            HttpRequest.newBuilder(metrics).header("Authorization", "Bearer " + RunningBot.API_TOKEN)))
                    .isEqualTo(200);
        }
    }

    @Test
    void everyDoorIsMeasured() {
        var incident = declared("Measured");
        alice.clicks(incident.name(), card(incident).ts(), "Mitigate");
        Pager.to(coalmine).pagerduty("Measured", "search").triggers(Instant.now());

        Eventually.passes(() -> assertThat(metrics())
                .contains("coalmine_ack_seconds_bucket{door=\"slash\",outcome=\"answered\",le=\"3.0\"}")
                .contains("coalmine_ack_seconds_count{door=\"button\",outcome=\"answered\"}")
                .contains("coalmine_ack_seconds_count{door=\"event\",outcome=\"answered\"}")
                .contains("coalmine_ack_seconds_count{door=\"hook\",outcome=\"answered\"}"));
    }

    @Test
    void whatIsMeasuredIsDescribed() throws Exception {
        declared("Described");
        var described = Files.readString(Path.of("../docs/operating.md"));

        var names = Pattern.compile("(?m)^# TYPE (coalmine_\\S+)")
                .matcher(metrics())
                .results()
                .map(found -> found.group(1))
                .collect(toSet());

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(described)
                .as("docs/operating.md describes " + name)
                .contains("`%s`".formatted(name.replaceFirst("_max$", ""))));
    }

    private String metrics() {
        return coalmine.get(METRICS, OPERATOR).body();
    }

    private int status(String path, Map<String, String> headers) {
        return coalmine.get(path, headers).statusCode();
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
