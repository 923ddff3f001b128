package dev.coalmine.sandbox.load;

import dev.coalmine.sandbox.SandboxSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How hard to drive, and where.
 *
 * @param sandbox its address, without a slash at the end
 * @param rate commands per second
 */
public record LoadSettings(String sandbox, int rate, Duration time, Duration warmUp) {

    private static final String USAGE = "load [--sandbox URL] [--rate COMMANDS_PER_SECOND] [--seconds N] [--warm-up N]";

    /** Reads {@code --rate 50 --seconds 30 …}; refuses what it does not know, with the right usage. */
    public static LoadSettings read(List<String> arguments) {
        var given = new HashMap<String, String>();
        for (var i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()
                    || !List.of("--sandbox", "--rate", "--seconds", "--warm-up").contains(arguments.get(i))) {
                throw new IllegalArgumentException("Usage: " + USAGE);
            }
            given.put(arguments.get(i), arguments.get(i + 1));
        }
        var sandbox = given.getOrDefault("--sandbox", "http://localhost:" + SandboxSettings.DEFAULT_PORT);
        return new LoadSettings(
                sandbox.replaceFirst("/+$", ""),
                number(given, "--rate", 50),
                Duration.ofSeconds(number(given, "--seconds", 30)),
                Duration.ofSeconds(number(given, "--warm-up", 10)));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Optional.ofNullable(given.get(name))
                .map(text -> {
                    if (!text.matches("[1-9]\\d{0,4}")) {
                        throw new IllegalArgumentException(
                                "%s takes a number above 0. Usage: %s".formatted(name, USAGE));
                    }
                    return Integer.parseInt(text);
                })
                .orElse(otherwise);
    }
}
