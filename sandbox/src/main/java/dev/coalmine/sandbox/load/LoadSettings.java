package dev.coalmine.sandbox.load;

import dev.coalmine.sandbox.SandboxSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How hard to drive, what, and where. Addresses have no slash at the end.
 *
 * @param rate slash commands per second, 0 for none
 * @param time of a phase
 * @param hooks to which alerts go: {@code generic}, {@code alertmanager}; none for slash commands only
 * @param groups how many alerts are in a request; each is measured on its own
 * @param connections over which alerts come, each with one request at a time
 * @param rounds how often each phase comes
 * @param token that opens the hooks and the metrics
 * @param severity of the alerts; one that is not urgent opens no incident
 * @param alertmanager an address, or {@code start}, or null for none
 * @param database the port on which the bot's PostgreSQL listens here, or null if there is none
 * @param run what tells the alerts of this run from those of others
 */
public record LoadSettings(
        String sandbox,
        int rate,
        Duration time,
        Duration warmUp,
        List<String> hooks,
        List<Integer> groups,
        int connections,
        int rounds,
        String bot,
        String token,
        String service,
        String severity,
        @Nullable String alertmanager,
        @Nullable Integer database,
        String run) {

    private static final String USAGE = """
        load [--sandbox URL] [--rate COMMANDS_PER_SECOND] [--seconds N] [--warm-up N]
             [--alerts generic,alertmanager] [--groups 1,64] [--connections N] [--rounds N]
             [--bot URL] [--token TOKEN] [--service NAME] [--severity WORD]
             [--alertmanager URL|start] [--database-port N]\
        """;
    private static final List<String> NAMES = List.of(
            "--sandbox",
            "--rate",
            "--seconds",
            "--warm-up",
            "--alerts",
            "--groups",
            "--connections",
            "--rounds",
            "--bot",
            "--token",
            "--service",
            "--severity",
            "--alertmanager",
            "--database-port");

    /** Reads {@code --rate 50 --seconds=30 …}; refuses what it does not know, with the right usage. */
    public static LoadSettings read(List<String> arguments) {
        var given = given(arguments);
        return new LoadSettings(
                address(given.getOrDefault("--sandbox", "http://localhost:" + SandboxSettings.DEFAULT_PORT)),
                number(given, "--rate", 50, 0),
                Duration.ofSeconds(number(given, "--seconds", 30, 1)),
                Duration.ofSeconds(number(given, "--warm-up", 10, 1)),
                hooks(given.getOrDefault("--alerts", "")),
                groups(given.getOrDefault("--groups", "1,64")),
                number(given, "--connections", 16, 1),
                number(given, "--rounds", 2, 1),
                address(given.getOrDefault("--bot", "http://localhost:8080")),
                given.getOrDefault("--token", "load"),
                given.getOrDefault("--service", "load"),
                given.getOrDefault("--severity", "warning"),
                given.get("--alertmanager"),
                given.containsKey("--database-port") ? number(given, "--database-port", 5_432, 1) : null,
                Long.toString(System.currentTimeMillis(), 36));
    }

    private static Map<String, String> given(List<String> arguments) {
        var words = arguments.stream()
                .flatMap(
                        argument -> argument.startsWith("--") ? Stream.of(argument.split("=", 2)) : Stream.of(argument))
                .toList();
        var given = new HashMap<String, String>();
        for (var i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size() || !NAMES.contains(words.get(i))) {
                throw wrong("Not understood: %s.".formatted(words.get(i)));
            }
            given.put(words.get(i), words.get(i + 1));
        }
        return given;
    }

    private static List<String> hooks(String text) {
        var hooks = Stream.of(text.split(",")).filter(hook -> !hook.isBlank()).toList();
        if (!List.of("generic", "alertmanager").containsAll(hooks)) {
            throw wrong("--alerts takes generic, alertmanager, or both.");
        }
        return hooks;
    }

    private static List<Integer> groups(String text) {
        return Stream.of(text.split(","))
                .map(group -> number("--groups", group, 1))
                .toList();
    }

    private static String address(String url) {
        return url.replaceFirst("/+$", "");
    }

    private static int number(Map<String, String> given, String name, int otherwise, int least) {
        return Optional.ofNullable(given.get(name))
                .map(text -> number(name, text, least))
                .orElse(otherwise);
    }

    private static int number(String name, String text, int least) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < least) {
            throw wrong("%s takes a number from %d on.".formatted(name, least));
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("%s Usage:%n%s".formatted(why, USAGE));
    }
}
