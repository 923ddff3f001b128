package dev.coalmine.sandbox;

import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is to be: where it listens, what it remembers, how it reaches the app.
 *
 * @param host the address to listen on; only this machine unless told otherwise
 * @param port 0 for any that is free
 * @param publicUrl how the app reaches us when that is not {@code http://localhost:port}
 * @param data the folder in which the workspace is kept; null keeps it in memory
 * @param eventsUrl where events are posted while no socket is open
 * @param manifest the app's manifest in JSON
 * @param patience how long the app may take to answer
 * @param redelivery the pauses before an event that was not acknowledged comes again
 * @param rates whether Slack's limits per minute are kept
 */
public record SandboxSettings(
        String host,
        int port,
        @Nullable String publicUrl,
        @Nullable Path data,
        @Nullable URI eventsUrl,
        String botToken,
        String appToken,
        String signingSecret,
        @Nullable String manifest,
        Duration patience,
        List<Duration> redelivery,
        boolean rates,
        Clock clock) {

    public static final int DEFAULT_PORT = 8090;
    public static final String DEFAULT_BOT_TOKEN = "xoxb-sandbox";
    public static final String DEFAULT_APP_TOKEN = "xapp-sandbox";
    public static final String DEFAULT_SIGNING_SECRET = "sandbox-signing-secret";

    private static final Path DEFAULT_DATA = Path.of("data", "sandbox");
    private static final List<Duration> SLACKS_REDELIVERY =
            List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

    /** On port 8090, kept below {@code ./data/sandbox}. */
    public static SandboxSettings defaults() {
        return new SandboxSettings(
                "localhost",
                DEFAULT_PORT,
                null,
                DEFAULT_DATA,
                null,
                DEFAULT_BOT_TOKEN,
                DEFAULT_APP_TOKEN,
                DEFAULT_SIGNING_SECRET,
                null,
                Duration.ofSeconds(3),
                SLACKS_REDELIVERY,
                false,
                Clock.systemUTC());
    }

    /** For a test: any port, nothing kept. */
    public static SandboxSettings forTest() {
        return defaults().withPort(0).inMemory();
    }

    /** The defaults with what the {@code SANDBOX_…} variables say. */
    public static SandboxSettings fromEnvironment(Map<String, String> environment) {
        var read = new Variables(environment);
        var defaults = defaults();
        return new SandboxSettings(
                read.text("SANDBOX_HOST").orElse(defaults.host),
                read.text("SANDBOX_PORT").map(SandboxSettings::port).orElse(DEFAULT_PORT),
                read.text("SANDBOX_URL").orElse(null),
                read.text("SANDBOX_DATA").map(Path::of).orElse(DEFAULT_DATA),
                read.text("SANDBOX_EVENTS_URL").map(URI::create).orElse(null),
                read.text("SANDBOX_BOT_TOKEN").orElse(DEFAULT_BOT_TOKEN),
                read.text("SANDBOX_APP_TOKEN").orElse(DEFAULT_APP_TOKEN),
                read.text("SANDBOX_SIGNING_SECRET").orElse(DEFAULT_SIGNING_SECRET),
                read.text("SANDBOX_MANIFEST").map(SandboxSettings::manifest).orElse(null),
                defaults.patience,
                SLACKS_REDELIVERY,
                read.text("SANDBOX_RATES").map(Boolean::parseBoolean).orElse(false),
                defaults.clock);
    }

    private record Variables(Map<String, String> environment) {

        Optional<String> text(String name) {
            return Optional.ofNullable(environment.get(name)).filter(it -> !it.isBlank());
        }
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("SANDBOX_PORT must be a number, not " + text, e);
        }
        throw new IllegalArgumentException("SANDBOX_PORT must be between 0 and 65535, not " + text);
    }

    private static String manifest(String path) {
        try {
            return Json.write(Json.parse(Files.readString(Path.of(path))));
        } catch (IOException e) {
            throw new UncheckedIOException("SANDBOX_MANIFEST: cannot read " + path, e);
        }
    }

    public SandboxSettings withPort(int port) {
        return with(it -> it.port = port);
    }

    public SandboxSettings inMemory() {
        return withData(null);
    }

    public SandboxSettings withData(@Nullable Path data) {
        return with(it -> it.data = data);
    }

    /** Events are posted there, signed, while no socket is open. */
    public SandboxSettings withEventsUrl(URI eventsUrl) {
        return with(it -> it.eventsUrl = eventsUrl);
    }

    public SandboxSettings withManifest(String manifest) {
        return with(it -> it.manifest = manifest);
    }

    /** Slack's minutes are too long for a test. */
    public SandboxSettings withRedelivery(List<Duration> redelivery) {
        return with(it -> it.redelivery = redelivery);
    }

    public SandboxSettings withPatience(Duration patience) {
        return with(it -> it.patience = patience);
    }

    public SandboxSettings withClock(Clock clock) {
        return with(it -> it.clock = clock);
    }

    private SandboxSettings with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /** What can be changed, so that each change names only what it changes. */
    private static final class Draft {

        private final SandboxSettings before;
        private int port;
        private @Nullable Path data;
        private @Nullable URI eventsUrl;
        private @Nullable String manifest;
        private Duration patience;
        private List<Duration> redelivery;
        private Clock clock;

        Draft(SandboxSettings before) {
            this.before = before;
            port = before.port;
            data = before.data;
            eventsUrl = before.eventsUrl;
            manifest = before.manifest;
            patience = before.patience;
            redelivery = before.redelivery;
            clock = before.clock;
        }

        SandboxSettings settings() {
            return new SandboxSettings(
                    before.host,
                    port,
                    before.publicUrl,
                    data,
                    eventsUrl,
                    before.botToken,
                    before.appToken,
                    before.signingSecret,
                    manifest,
                    patience,
                    redelivery,
                    before.rates,
                    clock);
        }
    }
}
