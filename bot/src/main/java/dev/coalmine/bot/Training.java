package dev.coalmine.bot;

import dev.coalmine.bot.slack.Manifest;
import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Lives through a short incident in a sandbox, on a database for nothing else, so that the JVM can write down what
 * Coalmine needs at its next start. Ports are free ones, and nothing stays behind.
 */
final class Training {

    private static final String TOKEN = "training";
    private static final Pattern INCIDENT = Pattern.compile("incident (\\d+)");

    private static final List<String> POSTGRESQL = List.of(
            "classpath*:org/postgresql/**/*.class",
            "classpath*:org/flywaydb/database/postgresql/**/*.class",
            "classpath*:org/hibernate/dialect/**/*.class");

    private final Sandbox sandbox;
    private final ConfigurableApplicationContext bot;
    private final HttpClient http = HttpClient.newHttpClient();

    private Training(Sandbox sandbox, ConfigurableApplicationContext bot) {
        this.sandbox = sandbox;
        this.bot = bot;
    }

    /** Returns once everything is stopped again. */
    static void run() throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("coalmine-training");
        leafThroughPostgreSql();
        try (var sandbox = Sandbox.start(SandboxSettings.forTest());
                var bot = start(sandbox, folder)) {
            sandbox.install(bot.getBean(Manifest.class).json());
            new Training(sandbox, bot).live();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Where it is trained there is no PostgreSQL to talk to, but what talks to it can be leafed through. */
    private static void leafThroughPostgreSql() throws IOException {
        var resources = new PathMatchingResourcePatternResolver();
        var reader = new SimpleMetadataReaderFactory();
        for (var pattern : POSTGRESQL) {
            for (var found : resources.getResources(pattern)) {
                load(reader.getMetadataReader(found).getClassMetadata().getClassName());
            }
        }
    }

    private static void load(String type) {
        try {
            Class.forName(type, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError unused) {
            // Made for a library that is not there.
        }
    }

    private static ConfigurableApplicationContext start(Sandbox sandbox, Path folder) {
        return SpringApplication.run(
                BotApplication.class,
                "--spring.config.import=classpath:example.yaml",
                "--server.port=0",
                "--spring.datasource.url=" + database(folder),
                "--spring.datasource.username=",
                "--spring.datasource.password=",
                "--slack.api-url=" + sandbox.apiUrl(),
                "--slack.bot-token=" + sandbox.botToken(),
                "--slack.app-token=" + sandbox.appToken(),
                "--coalmine.hooks.generic.token=" + TOKEN,
                "--coalmine.api.token=" + TOKEN);
    }

    private static String database(Path folder) {
        return "jdbc:h2:file:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                .formatted(folder.resolve("coalmine"));
    }

    private void live() throws IOException, InterruptedException {
        ask("/actuator/health/readiness");
        var channel = declare();
        var alice = sandbox.as("alice");
        for (var line : List.of("commander", "note Errors began in Europe", "severity 2", "help", "timeline", "list")) {
            alice.types(channel, "/incident " + line);
        }
        var said = alice.says(channel, "It is the certificate");
        alice.reacts(channel, said, "pushpin");
        page();
        alice.types(channel, "/incident resolve New certificate");
        ask("/actuator/prometheus");
        ask("/actuator/health/readiness");
    }

    private String declare() {
        Eventually.passes(() -> check(sandbox.script().connected(), "the bot is not connected"));
        var number = INCIDENT.matcher(shown(sandbox.as("alice").types("general", "/incident declare Training")));
        check(number.find(), "no incident was declared");
        Eventually.passes(() -> check(!channels(number.group(1)).isEmpty(), "no channel was made"));
        var channel = channels(number.group(1)).getFirst();
        Eventually.passes(
                () -> check(sandbox.script().channel(channel).members().contains("alice"), "nobody was invited"));
        return channel;
    }

    private List<String> channels(String incident) {
        return sandbox.script().channelsStarting("inc-" + incident).stream()
                .map(found -> found.name())
                .toList();
    }

    private static String shown(Reply reply) {
        return reply.json().toString();
    }

    private void page() throws IOException, InterruptedException {
        var alert = """
            {"key": "training", "title": "Checkout answers with errors", "service": "checkout",
             "severity": "critical", "people": ["alice@example.com"]}\
            """;
        send(request("/hooks/generic").POST(HttpRequest.BodyPublishers.ofString(alert)));
        Eventually.passes(() -> check(!channels("2").isEmpty(), "the alert opened no incident"));
    }

    private void ask(String path) throws IOException, InterruptedException {
        send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        var port = bot.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + TOKEN);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        check(answer.statusCode() < 300, "%s was answered with %d".formatted(answer.uri(), answer.statusCode()));
    }

    private static void check(boolean well, String otherwise) {
        if (!well) {
            throw new AssertionError("The training failed: " + otherwise);
        }
    }
}
