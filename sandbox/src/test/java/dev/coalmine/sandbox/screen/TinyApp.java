package dev.coalmine.sandbox.screen;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;

/** The least that is an app: answers {@code /tiny}, opens a form for {@code /tiny form}, refuses the title “bad”. */
final class TinyApp implements AutoCloseable {

    static final String MANIFEST = """
        {"display_information": {"name": "Tiny"},
         "oauth_config": {"scopes": {"bot": ["commands", "chat:write", "files:write"]}},
         "features": {
           "bot_user": {"display_name": "Tiny"},
           "slash_commands": [
             {"command": "/tiny", "description": "Does little", "usage_hint": "declare <title> | form | help"}],
           "shortcuts": [
             {"name": "Open the form", "type": "global", "callback_id": "form", "description": "To fill in"}]}}
        """;

    private static final String FORM = """
        {"type": "modal",
         "title": {"type": "plain_text", "text": "A form"},
         "submit": {"type": "plain_text", "text": "Declare"},
         "close": {"type": "plain_text", "text": "Cancel"},
         "blocks": [
           {"type": "input", "block_id": "title", "label": {"type": "plain_text", "text": "Title"},
            "hint": {"type": "plain_text", "text": "What is broken?"},
            "element": {"type": "plain_text_input", "action_id": "value"}},
           {"type": "input", "block_id": "severity", "label": {"type": "plain_text", "text": "Severity"},
            "element": {"type": "static_select", "action_id": "value", "options": [
              {"text": {"type": "plain_text", "text": "SEV-1"}, "value": "1"},
              {"text": {"type": "plain_text", "text": "SEV-2"}, "value": "2"}]}},
           {"type": "input", "block_id": "people", "optional": true,
            "label": {"type": "plain_text", "text": "Invite"},
            "element": {"type": "multi_users_select", "action_id": "value"}}]}
        """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private URI api = URI.create("http://localhost/");
    private String token = "";

    TinyApp() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/slack/events");
    }

    void in(Sandbox sandbox) {
        api = URI.create(sandbox.apiUrl());
        token = sandbox.botToken();
    }

    /** What people did with the app's buttons and forms. */
    List<JsonNode> received(String type) {
        return received.stream()
                .filter(it -> Json.text(it, "type").equals(type))
                .toList();
    }

    void forget() {
        received.clear();
    }

    JsonNode call(String method, String body) {
        try {
            var request = HttpRequest.newBuilder(api.resolve(method))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json; charset=utf-8")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            var answer =
                    Json.parse(client.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("ok").asBoolean(false)) {
                throw new AssertionError(method + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = answerTo(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answerTo(String body) {
        if (body.startsWith("{")) {
            return "";
        }
        if (body.startsWith("payload=")) {
            return answerTo(Json.parse(decoded(body.substring("payload=".length()))));
        }
        if (field(body, "text").equals("form")) {
            open(field(body, "trigger_id"));
            return "";
        }
        return Json.write(Json.object().put("text", "You said *%s*".formatted(field(body, "text"))));
    }

    private String answerTo(JsonNode payload) {
        received.add(payload);
        switch (Json.text(payload, "type")) {
            case "shortcut" -> open(Json.text(payload, "trigger_id"));
            case "view_submission" -> {
                var title = payload.at("/view/state/values/title/value/value").asString("");
                if (title.equals("bad")) {
                    return "{\"response_action\":\"errors\",\"errors\":{\"title\":\"That says nothing.\"}}";
                }
            }
            default -> {}
        }
        return "";
    }

    private void open(String trigger) {
        call("views.open", "{\"trigger_id\":\"%s\",\"view\":%s}".formatted(trigger, FORM));
    }

    private static String field(String form, String name) {
        for (var pair : form.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }
}
