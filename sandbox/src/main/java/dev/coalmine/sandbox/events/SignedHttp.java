package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Posts to the app's request URL, signed. */
public final class SignedHttp implements Way, AutoCloseable {

    private final @Nullable URI url;
    private final String secret;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    /** Without a URL it is never open. */
    public SignedHttp(@Nullable URI url, String secret, Clock clock) {
        this.url = url;
        this.secret = secret;
        this.clock = clock;
    }

    @Override
    public boolean open() {
        return url != null;
    }

    @Override
    public CompletableFuture<Answer> send(Outgoing what, Attempt attempt) {
        var to = Optional.ofNullable(url).orElseThrow();
        var json = what.kind() == Outgoing.Kind.EVENT;
        var body = body(what);
        var timestamp = String.valueOf(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(to)
                .header("Content-Type", json ? "application/json" : "application/x-www-form-urlencoded")
                .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", Signature.of(secret, timestamp, body))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (attempt.number() > 0) {
            request.header("X-Slack-Retry-Num", String.valueOf(attempt.number()));
            request.header("X-Slack-Retry-Reason", attempt.reason());
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(SignedHttp::answer);
    }

    private static String body(Outgoing what) {
        return switch (what.kind()) {
            case EVENT -> Json.write(what.payload());
            case COMMAND -> form(what.payload());
            case INTERACTION -> "payload=" + encoded(Json.write(what.payload()));
        };
    }

    private static String form(ObjectNode fields) {
        return fields.properties().stream()
                .map(it -> it.getKey() + "=" + encoded(it.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Answer answer(HttpResponse<String> response) {
        return response.statusCode() / 100 == 2
                ? new Answer.Acked(read(response.body()))
                : new Answer.Failed(response.statusCode());
    }

    /** A command may be answered with JSON or with bare text. */
    private static JsonNode read(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            var json = Json.parse(body);
            return json.isObject() ? json : StringNode.valueOf(body);
        } catch (JacksonException e) {
            return StringNode.valueOf(body);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
