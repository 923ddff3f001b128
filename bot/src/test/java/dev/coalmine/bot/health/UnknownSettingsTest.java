package dev.coalmine.bot.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.outbox.OperatorSettings;
import dev.coalmine.commands.pages.PagingSettings;
import dev.coalmine.commands.services.CatalogSettings;
import dev.coalmine.commands.timeline.CaptureSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class UnknownSettingsTest {

    @Test
    void whatIsKnownIsNotMentioned() {
        assertThat(inTheFile(Map.of(
                        "coalmine.operators[0]", "alice",
                        "coalmine.paging.joinWithin", "30m",
                        "coalmine.paging.rules[0].labels.alertname", "Watchdog",
                        "coalmine.services[0].name", "git",
                        "coalmine.timeline", "",
                        "slack.bot-token", "xoxb",
                        "spring.datasource.url", "jdbc:h2:mem:x")))
                .isEmpty();
    }

    @Test
    void aMisspeltNameIsNamedWithTheOneThatWasMeant() {
        assertThat(inTheFile(Map.of("coalmine.paging.join-withn", "30m")))
                .containsExactly("coalmine.paging.join-withn (did you mean coalmine.paging.join-within?)");
        assertThat(inTheFile(Map.of("coalmine.services[0].name", "git", "coalmine.services[0].owner", "bob")))
                .containsExactly("coalmine.services[0].owner (did you mean coalmine.services[].owners?)");
        assertThat(inTheFile(Map.of("coalmin.operators", "alice")))
                .containsExactly("coalmin.operators (did you mean coalmine.operators?)");
        assertThat(inTheFile(Map.of("coalmine.weather", "fine"))).containsExactly("coalmine.weather");
    }

    @Test
    void theEnvironmentIsReadAsSpringReadsIt() {
        var environment = Map.<String, Object>of(
                "COALMINE_CONFIG", "coalmine.yaml",
                "COALMINE_PAGING_JOINWITHIN", "30m",
                "COALMINE_SERVICES_0_NAME", "git",
                "COALMINE_OPERATOR", "alice",
                "PATH", "/bin");

        assertThat(found(new MapPropertySource("environment", environment)))
                .containsExactly("COALMINE_OPERATOR (did you mean coalmine.operators?)");
    }

    private static List<String> inTheFile(Map<String, Object> settings) {
        return found(new OriginTrackedMapPropertySource("coalmine.yaml", settings));
    }

    private static List<String> found(MapPropertySource source) {
        try (var application = new AnnotationConfigApplicationContext()) {
            application.getEnvironment().getPropertySources().addFirst(source);
            application.register(Known.class, UnknownSettings.class);
            application.refresh();
            return application.getBean(UnknownSettings.class).found();
        }
    }

    @Configuration
    @EnableConfigurationProperties({
        OperatorSettings.class,
        PagingSettings.class,
        CatalogSettings.class,
        CaptureSettings.class
    })
    static class Known {}
}
