package dev.coalmine.sandbox;

import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Calls the sandbox as bare HTTP, where the SDK would be in the way. */
public final class Raw {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Sandbox sandbox;

    public Raw(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** With the bot's token; names and values in turn. */
    public JsonNode call(String method, String... arguments) {
        return Json.parse(send(method, sandbox.botToken(), arguments).body());
    }

    /** The error code, or {@code ok}. */
    public String outcome(String method, String... arguments) {
        var answer = call(method, arguments);
        return answer.path("ok").asBoolean(false) ? "ok" : Json.text(answer, "error");
    }

    public HttpResponse<String> send(String method, String token, String... arguments) {
        var body = IntStream.range(0, arguments.length / 2)
                .mapToObj(it -> arguments[it * 2] + "=" + encoded(arguments[it * 2 + 1]))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(sandbox.apiUrl() + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    public static HttpResponse<String> post(String url, String json) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public static HttpResponse<String> get(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
