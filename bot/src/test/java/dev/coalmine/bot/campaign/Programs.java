package dev.coalmine.bot.campaign;

import static dev.coalmine.bot.campaign.Deed.End.ACKNOWLEDGED;
import static dev.coalmine.bot.campaign.Deed.End.UNKNOWN;

import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A program that declares and writes notes over HTTP, and sends again with the same key until it is answered. */
final class Programs {

    private static final int MOST_INCIDENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final List<Replica> replicas;
    private final Deeds deeds;
    private final Random random;
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Thread thread = Thread.ofVirtual().unstarted(this::work);

    private Programs(List<Replica> replicas, Deeds deeds, long seed) {
        this.replicas = replicas;
        this.deeds = deeds;
        this.random = new Random(seed * 41);
    }

    static Programs atWork(List<Replica> replicas, Deeds deeds, long seed) {
        var programs = new Programs(replicas, deeds, seed);
        programs.thread.start();
        return programs;
    }

    /** What is under way is sent until it is answered, for which somebody has to be there. */
    void finish() throws InterruptedException {
        going.set(false);
        thread.join();
        http.close();
    }

    private void work() {
        try {
            for (var declared = 0; going.get() && declared < MOST_INCIDENTS; declared++) {
                var incident = declares();
                if (incident.isPresent()) {
                    writes(incident.get());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Long> declares() throws InterruptedException {
        var mark = deeds.mark("program");
        var answer = told("/api/incidents", mark, Json.object().put("title", mark + " is down"));
        deeds.add(Deed.Kind.DECLARE, mark, answer.isPresent() ? ACKNOWLEDGED : UNKNOWN);
        return answer.map(it -> it.path("incident").path("number").asLong());
    }

    private void writes(long incident) throws InterruptedException {
        for (var i = 0; going.get() && i < 6; i++) {
            var mark = deeds.mark("written");
            var answer = told(
                    "/api/incidents/%d/notes".formatted(incident),
                    mark,
                    Json.object().put("text", mark));
            deeds.add(Deed.Kind.NOTE, mark, answer.isPresent() ? ACKNOWLEDGED : UNKNOWN);
            Thread.sleep(100 + random.nextInt(800));
        }
    }

    /** What it was answered; nothing when it lost patience. */
    private Optional<JsonNode> told(String path, String key, ObjectNode body) throws InterruptedException {
        var patient = random.nextInt(6) > 0;
        var end = System.nanoTime() + LONGEST.toNanos();
        var answer = answer(path, key, body);
        while (answer.isEmpty() && patient && System.nanoTime() < end) {
            Thread.sleep(200 + random.nextInt(600));
            answer = answer(path, key, body);
        }
        return answer;
    }

    private Optional<JsonNode> answer(String path, String key, ObjectNode body) throws InterruptedException {
        var to = replicas.get(random.nextInt(replicas.size()));
        var request = HttpRequest.newBuilder(URI.create(to.url() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Scene.API_TOKEN)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 201 ? Optional.of(Json.parse(answer.body())) : Optional.empty();
        } catch (IOException notAnswered) {
            return Optional.empty();
        }
    }
}
