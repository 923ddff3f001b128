package dev.coalmine.bot.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells SNS that a subscription is wanted, after it has been answered. */
@Component
class Confirmations {

    private static final Logger LOG = LoggerFactory.getLogger(Confirmations.class);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int MOST_TRIES = 6;

    /** @param address one of SNS, see {@link SnsAddress}; it holds a token, and is not logged */
    void confirm(String topic, URI address) {
        Thread.ofVirtual().name("sns-confirmation").start(() -> tryAll(topic, address));
    }

    private void tryAll(String topic, URI address) {
        try (var http = client()) {
            for (var tries = 1; tries <= MOST_TRIES; tries++) {
                if (confirmed(http, address)) {
                    LOG.info("The subscription of {} is confirmed.", topic);
                    return;
                }
                Thread.sleep(PAUSE.multipliedBy(tries));
            }
            LOG.warn(
                    "The subscription of {} could not be confirmed. Let SNS ask again: “Request confirmation”.", topic);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static boolean confirmed(HttpClient http, URI address) throws InterruptedException {
        try {
            var request =
                    HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException away) {
            LOG.info("SNS could not be told yet: {}", Outline.of(away));
            return false;
        }
    }
}
