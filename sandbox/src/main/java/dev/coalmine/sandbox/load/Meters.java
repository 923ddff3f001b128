package dev.coalmine.sandbox.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.OptionalDouble;

/** What the bot counts, if it shows its metrics. */
final class Meters {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpRequest request;
    private final HttpClient client = HttpClient.newHttpClient();

    /** {@code token} is the operator's. */
    Meters(String bot, String token) {
        this.request = HttpRequest.newBuilder(URI.create(bot + "/actuator/prometheus"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .build();
    }

    /** Requests that have been read from the alert log since the bot started. */
    OptionalDouble taken() throws InterruptedException {
        return sum("coalmine_alerts_total");
    }

    /** Requests that are in the alert log and not yet read. */
    OptionalDouble waiting() throws InterruptedException {
        return sum("coalmine_alerts_lag");
    }

    /** Over all labels, 0 if nothing was counted yet; empty if the bot does not show its metrics. */
    private OptionalDouble sum(String metric) throws InterruptedException {
        try {
            var answer = client.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? OptionalDouble.of(answer.body()
                            .lines()
                            .filter(line -> line.startsWith(metric + "{") || line.startsWith(metric + " "))
                            .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                            .sum())
                    : OptionalDouble.empty();
        } catch (IOException silent) {
            return OptionalDouble.empty();
        }
    }
}
