package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log says, and what it must never say. */
class LogTest {

    private static final String SECRET_WORDS = "The key is under the mat";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.forTest());

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void machinesReadEachLineAndNobodyReadsSecretsOrWhatWasWritten() throws Exception {
        var coalmine = BotProcess.start(sandbox, folder, "--logging.structured.format.console=ecs");
        tellItSecrets(coalmine);
        coalmine.kill();

        var lines = Files.readAllLines(folder.resolve("bot.log")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("Coalmine is up:"))
                .toList();
        assertThat(lines)
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(Json.parse(line).has("@timestamp")).as(line).isTrue());
        assertThat(lines)
                .filteredOn(line -> line.contains("was refused with 401"))
                .singleElement()
                .asString()
                .contains("\"request\":\"delivery-7\"");
        assertNothingSecretIn(lines);
    }

    private void tellItSecrets(BotProcess coalmine) throws Exception {
        var alice = sandbox.as("alice");
        alice.types("general", "/incident declare " + SECRET_WORDS);
        Eventually.passes(() -> assertThat(sandbox.script().channelsStarting("inc-1"))
                .singleElement()
                .satisfies(channel -> assertThat(channel.members()).contains("alice")));
        var channel = sandbox.script().channelsStarting("inc-1").getFirst().name();
        alice.types(channel, "/incident note " + SECRET_WORDS);
        alice.says(channel, SECRET_WORDS);
        alice.says(channel, "@coalmine note " + SECRET_WORDS);
        sandbox.script().failsWith("is_archived", "chat.postMessage", 1);
        alice.types(channel, "/incident severity 1");
        var alert = "{\"key\": \"k\", \"title\": \"%s\"}".formatted(SECRET_WORDS);
        assertThat(hook(coalmine, RunningBot.GENERIC_TOKEN, alert)).isEqualTo(202);
        assertThat(hook(coalmine, RunningBot.GENERIC_TOKEN, "{" + SECRET_WORDS)).isGreaterThanOrEqualTo(200);
        assertThat(hook(coalmine, "wrong-token", alert)).isEqualTo(401);
    }

    private void assertNothingSecretIn(List<String> lines) {
        var all = String.join("\n", lines);
        assertThat(all)
                .doesNotContain(SECRET_WORDS, "under the mat")
                .doesNotContain(sandbox.botToken(), sandbox.appToken(), sandbox.signingSecret())
                .doesNotContain(RunningBot.GENERIC_TOKEN, RunningBot.API_TOKEN, "wrong-token")
                .doesNotContain("response_url", "/response/", "xoxb-", "xapp-", "wss://", "ticket=");
    }

    private static int hook(BotProcess coalmine, String token, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(coalmine.url() + "/hooks/generic"))
                .header("Authorization", "Bearer " + token)
                .header("X-Request-Id", "delivery-7")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
