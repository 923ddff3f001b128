package dev.coalmine.commands.hypotheses;

import static java.util.Objects.requireNonNull;

import dev.coalmine.commands.heartbeats.BeatAddress;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.commands.workspace.SlackAway;
import dev.coalmine.storage.incidents.Incidents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An office without Slack: people type and talk, time passes at will, and what they would be told stands in the outbox. */
final class Rehearsal implements AutoCloseable {

    static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");

    private static final Pattern NUMBER = Pattern.compile("[iI]ncident (\\d+)");

    private final ConfigurableApplicationContext office;
    private final MovedClock clock;
    private final KeptTimers timers;
    private final JsonMapper json = new JsonMapper();

    private Rehearsal(ConfigurableApplicationContext office) {
        this.office = office;
        this.clock = office.getBean(MovedClock.class);
        this.timers = office.getBean(KeptTimers.class);
    }

    static Rehearsal start(String... settings) {
        var all = new ArrayList<>(List.of(
                "--spring.config.import=classpath:prompts.yaml",
                "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "--spring.flyway.locations=classpath:db/migration/common,classpath:db/migration/{vendor}",
                "--spring.jpa.open-in-view=false",
                "--logging.level.root=WARN"));
        all.addAll(List.of(settings));
        return new Rehearsal(new SpringApplicationBuilder(Office.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(all.toArray(String[]::new)));
    }

    /** Declares an incident and gives it a channel. */
    long declares(String person, String line) {
        var said = (Reply.Said) ask(person, "C0GENERAL", "declare " + line);
        var number = NUMBER.matcher(said.text());
        if (!number.find()) {
            throw new AssertionError(said.text());
        }
        var incident = Long.parseLong(number.group(1));
        inTransaction(() -> office.getBean(Incidents.class)
                .held(incident)
                .orElseThrow()
                .meetIn(channel(incident), clock.instant()));
        return incident;
    }

    /** What somebody reads who types that in the incident's channel. */
    String types(String person, long incident, String line) {
        return switch (ask(person, channel(incident), line)) {
            case Reply.Said(var text, var _) -> text;
            case Reply.Form _ -> "a form";
            case Reply.Mistakes(var mistakes) -> mistakes.toString();
            case Reply.Nothing _ -> "";
        };
    }

    private Reply ask(String person, String channel, String line) {
        return office.getBean(Desk.class).ask(new Request(null, person, channel, null, null, line, Request.Door.SLASH));
    }

    void says(String person, long incident, String text) {
        hears(new Heard.Said(channel(incident), ts(), person, text));
    }

    void joins(String person, long incident) {
        hears(new Heard.Joined(channel(incident), person, null, false));
    }

    private String ts() {
        return "%d.%06d"
                .formatted(clock.instant().getEpochSecond(), clock.instant().getNano() / 1_000);
    }

    private void hears(Heard it) {
        inTransaction(() -> office.publishEvent(it));
    }

    private static String channel(long incident) {
        return "C0INC" + incident;
    }

    Instant now() {
        return clock.instant();
    }

    /** Lets time pass; what is due meanwhile happens when it is due. */
    void passes(Duration time) {
        var end = clock.instant().plus(time);
        for (var due = timers.next(end); due.isPresent(); due = timers.next(end)) {
            clock.set(
                    due.get().at().isBefore(clock.instant())
                            ? clock.instant()
                            : due.get().at());
            ring(due.get());
        }
        clock.set(end);
    }

    private void ring(KeptTimers.Due due) {
        timers.take(due);
        inTransaction(() -> office.getBeansOfType(Alarm.class).values().stream()
                .filter(it -> it.name().equals(due.alarm()))
                .forEach(it -> it.ring(due.incident())));
    }

    /** All messages about an incident so far, to the channel or to somebody, in order. */
    List<Message> messages(long incident) {
        return messages().stream().filter(it -> it.incident() == incident).toList();
    }

    private List<Message> messages() {
        return office.getBean(JdbcClient.class)
                .sql("select kind, body, created from outbox where kind in ('Post', 'PostBelow', 'Tell') order by id")
                .query((row, _) -> message(
                        row.getString("body"),
                        row.getObject("created", OffsetDateTime.class).toInstant()))
                .list();
    }

    private Message message(String body, Instant at) {
        var errand = json.readTree(body);
        var markup = errand.path("markup").asString("");
        var named = NUMBER.matcher(markup);
        return new Message(
                errand.path("incident").asLong(named.find() ? Long.parseLong(named.group(1)) : 0),
                at,
                errand.path("person").stringValueOpt(),
                markup,
                errand.path("choices").values().stream()
                        .collect(Collectors.toMap(
                                it -> it.path("label").asString(""),
                                it -> it.path("line").asString(""),
                                (a, _) -> a)));
    }

    /** Presses a button below a message. */
    String presses(String person, long incident, Message message, String label) {
        return types(person, incident, requireNonNull(message.choices().get(label), label));
    }

    <T> T bean(Class<T> type) {
        return office.getBean(type);
    }

    void inTransaction(Runnable work) {
        office.getBean(TransactionTemplate.class).executeWithoutResult(_ -> work.run());
    }

    @Override
    public void close() {
        office.close();
    }

    /**
     * A message that is to be delivered.
     *
     * @param person whom it is told in private; empty for everybody in the channel
     * @param choices lines by label
     */
    record Message(long incident, Instant at, Optional<String> person, String markup, Map<String, String> choices) {}

    /** Commands and storage, and what they need from outside. */
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.coalmine.storage")
    @ComponentScan({"dev.coalmine.commands", "dev.coalmine.storage"})
    @ConfigurationPropertiesScan("dev.coalmine.commands")
    @EntityScan("dev.coalmine.storage")
    @EnableJpaRepositories("dev.coalmine.storage")
    static class Office {

        @Bean
        MovedClock clock() {
            return new MovedClock();
        }

        @Bean
        KeptTimers timers(Clock clock) {
            return new KeptTimers(clock);
        }

        @Bean
        JsonMapper jsonMapper() {
            return new JsonMapper();
        }

        @Bean
        BeatAddress beatAddress() {
            return token -> "https://coalmine.example.com/hooks/heartbeat/" + token;
        }

        @Bean
        SlackAway slackAway() {
            return new SlackAway() {
                @Override
                public Optional<Instant> since() {
                    return Optional.empty();
                }

                @Override
                public String why() {
                    return "";
                }
            };
        }
    }

    /** A clock that stands until it is moved. */
    static final class MovedClock extends Clock {

        private volatile Instant now = THREE;

        void set(Instant time) {
            now = time;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Timers that ring when the rehearsal's time comes. */
    static final class KeptTimers implements Timers {

        private final Clock clock;
        private final Map<String, Due> kept = new ConcurrentHashMap<>();

        KeptTimers(Clock clock) {
            this.clock = clock;
        }

        @Override
        public void ring(String alarm, long incident, Duration in) {
            kept.put(alarm + incident, new Due(alarm, incident, clock.instant().plus(in)));
        }

        Optional<Due> next(Instant until) {
            return kept.values().stream().filter(it -> !it.at().isAfter(until)).min(Comparator.comparing(Due::at));
        }

        void take(Due due) {
            kept.remove(due.alarm() + due.incident());
        }

        record Due(String alarm, long incident, Instant at) {}
    }
}
