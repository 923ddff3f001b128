package dev.coalmine.bot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** For a first look Coalmine knows a few services; with a Slack token or a configuration it knows only its own. */
final class Example {

    private static final String IMPORT = "--spring.config.import=classpath:example.yaml";

    private Example() {}

    static String[] orOwnConfiguration(String[] arguments) {
        return wanted(System.getenv()) ? with(arguments) : arguments;
    }

    private static boolean wanted(Map<String, String> environment) {
        var own = Optional.ofNullable(environment.get("COALMINE_CONFIG")).orElse("coalmine.yaml");
        return environment.getOrDefault("SLACK_BOT_TOKEN", "").isBlank() && !Files.exists(Path.of(own));
    }

    private static String[] with(String[] arguments) {
        var all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = IMPORT;
        return all;
    }
}
