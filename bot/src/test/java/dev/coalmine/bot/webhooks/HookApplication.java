package dev.coalmine.bot.webhooks;

import static org.mockito.Mockito.mock;

import dev.coalmine.bot.metrics.AckTimer;
import dev.coalmine.commands.changes.ChangeIntake;
import dev.coalmine.commands.launches.AlertSignals;
import dev.coalmine.commands.pages.Intake;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.events.SeenEvents;
import dev.coalmine.storage.pages.AlertLog;
import dev.coalmine.storage.signals.SignalLog;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * No more than the door, the log and its reader; what becomes of the alerts is only remembered. No configuration class by
 * annotation, or the whole bot would find it beside its own.
 */
@EnableAutoConfiguration
@Import({
    Webhooks.class,
    PagerDuty.class,
    Alertmanager.class,
    Generic.class,
    Launches.class,
    Sns.class,
    Confirmations.class,
    Readers.class,
    IntakeReading.class,
    StormsReading.class,
    AlertSignals.class,
    SignalLog.class,
    SeenEvents.class,
    AlertLag.class,
    AckTimer.class,
    AlertLog.class
})
class HookApplication {

    static final String PAGERDUTY_SECRET = "pagerduty-secret-new";
    static final String OLD_PAGERDUTY_SECRET = "pagerduty-secret-old";
    static final String ALERTMANAGER_TOKEN = "alertmanager-token";
    static final String GENERIC_TOKEN = "generic-token";
    static final String LAUNCHES_TOKEN = "launches-token";

    /** With a database of this name, which lives as long as the tests. */
    static ConfigurableApplicationContext start(String database, String... arguments) {
        var settings = new ArrayList<String>(List.of(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:mem:" + database
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1",
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--spring.datasource.hikari.connection-timeout=500",
                "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
                "--spring.servlet.multipart.enabled=false",
                "--coalmine.hooks.pagerduty.secrets=" + OLD_PAGERDUTY_SECRET + "," + PAGERDUTY_SECRET,
                "--coalmine.hooks.alertmanager.token=" + ALERTMANAGER_TOKEN,
                "--coalmine.hooks.alertmanager.limit=64KB",
                "--coalmine.hooks.generic.token=" + GENERIC_TOKEN,
                "--coalmine.hooks.launches.token=" + LAUNCHES_TOKEN,
                "--coalmine.hooks.sns.topics=" + SignedBySns.TOPIC,
                "--spring.autoconfigure.exclude=" + QuartzAutoConfiguration.class.getName()));
        // Given twice, a setting would have both values.
        for (var argument : arguments) {
            settings.removeIf(usual -> usual.startsWith(argument.substring(0, argument.indexOf('=') + 1)));
            settings.add(argument);
        }
        return new SpringApplicationBuilder(HookApplication.class).run(settings.toArray(String[]::new));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One of ours at the usual address; others cannot be had. */
    @Bean
    SigningCertificates certificates() {
        return address -> {
            if (!address.toString().equals(SignedBySns.CERTIFICATE)) {
                throw new ProofMissing("away");
            }
            return Optional.of(SignedBySns.KEYS.getPublic());
        };
    }

    /** In which nothing is listed. */
    @Bean
    Catalog catalog() {
        return mock(Catalog.class, call -> call.getArguments()[0]);
    }

    @Bean
    ChangeIntake changes() {
        return mock(ChangeIntake.class);
    }

    @Bean
    Intake intake() {
        return new RememberingIntake();
    }
}
