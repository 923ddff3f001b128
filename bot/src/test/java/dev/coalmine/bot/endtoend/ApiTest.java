package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Programs declare incidents, write notes and read, as docs/api.md says. */
class ApiTest extends Conversation {

    private static final String INCIDENTS = "/api/incidents";

    @Test
    void aProgramDeclaresAnIncidentAsAPersonDoes() {
        var answer = post(INCIDENTS, """
            {"title": "Told by a program", "severity": "SEV-2", "service": "checkout", "kind": "incident",
             "link": "https://example.com/graph", "people": ["alice@example.com"]}\
            """);

        assertThat(answer.statusCode()).isEqualTo(201);
        var told = json(answer).path("incident");
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(told.path("links").path("self").asString());
        var incident = incident(told);
        incident.channel().eventually(channel -> assertThat(channel.members()).contains("alice", "bob", "carol"));
        eventuallyOnTheCard(incident, "*Severity*\nSEV-2");
        assertThat(get(INCIDENTS + "/" + incident.number()).path("title").asString())
                .isEqualTo("Told by a program");
        assertThat(get(INCIDENTS).toString()).contains("Told by a program");
    }

    @Test
    void theSameRequestAgainDoesNothingAgain() {
        var key = Map.of("Idempotency-Key", "deploy-%d-%s".formatted(story, Instant.now()));
        var body = "{\"title\": \"Sent twice\"}";

        var first = post(INCIDENTS, body, key);
        var second = post(INCIDENTS, body, key);
        var other = post(INCIDENTS, "{\"title\": \"Another\"}", key);

        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(json(second).path("incident").path("number"))
                .isEqualTo(json(first).path("incident").path("number"));
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(422);
    }

    @Test
    void aNoteStandsInTheTimelineAtItsTimeAndUnderItsName() {
        var incident = declared("With notes from outside");
        var notes = INCIDENTS + "/%d/notes".formatted(incident.number());

        var known = post(notes, "{\"text\": \"Rolled <back>\", \"by\": \"alice@example.com\"}");
        var stranger = post(
                notes,
                "{\"text\": \"Saw it\", \"by\": \"the robot\", \"at\": \"%s\"}"
                        .formatted(Instant.now().minusSeconds(60)));

        assertThat(known.statusCode()).isEqualTo(201);
        assertThat(json(stranger).path("entry").asInt()).isPositive();
        assertThat(timeline(incident)).contains("Rolled &lt;back&gt; — <@U0ALICE000>", "Saw it — the robot");
    }

    @Test
    void aPrivateIncidentStaysPrivate() {
        var told = json(post(INCIDENTS, "{\"title\": \"Keys found\", \"private\": true, \"people\": [\"bob\"]}"))
                .path("incident");

        assertThat(told.path("private").asBoolean()).isTrue();
        incident(told).channel().eventually(channel -> assertThat(channel.members())
                .contains("bob"));
        assertThat(carol.types("general", "/incident list").text()).doesNotContain("Keys found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|needs a “title”",
                "{\"title\": \" \"}|needs a “title”",
                "{\"title\": \"x\", \"severty\": 1}|Not known: severty. There are kind, link, people, private,"
                        + " service,",
                "{\"title\": \"x\", \"severity\": \"SEV-9\"}|“severity” is SEV-1",
                "{\"title\": \"x\", \"kind\": \"party\"}|“kind” is one of incident, near-miss, drill, security.",
                "{\"title\": \"x\", \"private\": \"yes\"}|“private” has to be true or false.",
                "{\"title\": \"x\", \"link\": \"javascript:alert(1)\"}|“link” has to begin with https://",
                "{\"title\": \"x\", \"people\": \"alice\"}|“people” is a list",
                "{\"title\": [1]}|“title” has to be a text.",
                "[]|Send a JSON object",
                "{\"title\": |That is not JSON"
            })
    void whatIsWrongIsSaid(String body, String detail) {
        var answer = post(INCIDENTS, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(json(answer).path("detail").asString()).contains(detail);
    }

    @Test
    void whoHasNoTokenIsNotLetIn() {
        var json = Map.of("Content-Type", "application/json");
        var without = coalmine.post(INCIDENTS, "{}", json);
        var wrong = coalmine.get(INCIDENTS, Map.of("Authorization", "Bearer wrong"));

        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"coalmine\"");
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @Test
    void otherRefusalsHaveTheirOwnNumbers() {
        var text = coalmine.post(INCIDENTS, "title", Map.of("Authorization", "Bearer " + RunningBot.API_TOKEN));
        var large = post(INCIDENTS, "{\"title\": \"%s\"}".formatted("x".repeat(70_000)));
        var absent = post(INCIDENTS + "/987654/notes", "{\"text\": \"nobody reads it\"}");

        assertThat(text.statusCode()).isEqualTo(415);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(json(absent).path("detail").asString()).isEqualTo("There is no incident 987654.");
    }

    private Declared incident(JsonNode told) {
        var number = told.path("number").asLong();
        return new Declared(number, incidentChannel(number));
    }

    private HttpResponse<String> post(String path, String body) {
        return post(path, body, Map.of());
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> more) {
        var headers = new HashMap<>(more);
        headers.put("Authorization", "Bearer " + RunningBot.API_TOKEN);
        headers.put("Content-Type", "application/json");
        return coalmine.post(path, body, headers);
    }

    private JsonNode get(String path) {
        return json(coalmine.get(path, Map.of("Authorization", "Bearer " + RunningBot.API_TOKEN)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.parse(answer.body());
    }
}
