package dev.coalmine.bot.health;

import dev.coalmine.bot.slack.SlackSettings;
import dev.coalmine.commands.language.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/** Settings that somebody wrote and nobody reads, most likely misspelt. */
@Component
class UnknownSettings {

    private static final Logger log = LoggerFactory.getLogger(UnknownSettings.class);

    // Read before there are settings: it names the file in which they are.
    private static final String FILE = "coalmine.config";

    private final ApplicationContext application;
    private final ConfigurableEnvironment environment;

    UnknownSettings(ApplicationContext application, ConfigurableEnvironment environment) {
        this.application = application;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        found().forEach(it -> log.warn("A setting is not known, and ignored: {}", it));
    }

    /** Each with the known name that is nearest to it, if one is near. */
    List<String> found() {
        var known = known();
        return environment.getPropertySources().stream()
                .flatMap(UnknownSettings::ours)
                .filter(name -> !KnownSettings.dotted(name).equals(FILE))
                .filter(name -> !KnownSettings.include(known.stream(), name))
                .distinct()
                .map(name -> name + suggestion(name, known))
                .toList();
    }

    private Set<String> known() {
        var own = application.getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .map(Object::getClass)
                .filter(type -> type.isRecord() && type.getName().startsWith("dev.coalmine"))
                .flatMap(type -> KnownSettings.of(
                        type.getAnnotation(ConfigurationProperties.class).value(), type));
        return Stream.concat(own, KnownSettings.of("slack", SlackSettings.class))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> ours(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> listed
                ? Arrays.stream(listed.getPropertyNames()).filter(name -> isOurs(source, name))
                : Stream.of();
    }

    /** In a file, a first word that is nearly ours is meant to be. */
    private static boolean isOurs(PropertySource<?> source, String name) {
        var first = name.toLowerCase(Locale.ROOT).split("[._\\[]", 2)[0];
        return first.equals("coalmine")
                || source instanceof OriginTrackedMapPropertySource
                        && (first.equals("slack")
                                || Spelling.nearest(first, List.of("coalmine")).isPresent());
    }

    private static String suggestion(String name, Set<String> known) {
        return Spelling.nearest(KnownSettings.dotted(name), known)
                .map(near -> " (did you mean %s?)".formatted(near))
                .orElse("");
    }
}
