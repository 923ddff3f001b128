package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.ChannelView;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Script;
import io.micrometer.core.instrument.MeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two replicas on one PostgreSQL, in one workspace: whichever hears something, and whichever dies. */
class ReplicasTest {

    private static final Map<String, String> SOON = Map.of("coalmine.roles.ask-for-commander-after", "3s");
    private static final Pattern NUMBER = Pattern.compile("incident (\\d+)");

    private EmbeddedPostgres server;
    private String database;
    private RunningBot one;
    private Script slack;
    private Actor alice;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedPostgres.start();
        database = server.getJdbcUrl("postgres", "postgres");
        one = RunningBot.start(database, SOON);
        slack = one.sandbox().script();
        alice = one.sandbox().as("alice");
        Eventually.passes(() -> assertThat(slack.connected()).isTrue());
    }

    @AfterEach
    void stop() throws IOException {
        one.close();
        server.close();
    }

    @Test
    void whateverEitherHearsIsDoneOnceAndEachAlarmRingsOnce() {
        var two = one.joinedBy(database, SOON);
        bothCheckIn(one);
        var numbers = new ArrayList<Long>();
        for (var i = 1; i <= 6; i++) {
            numbers.add(declared("Heard by either " + i));
        }

        for (var number : numbers) {
            channel(number).eventuallyShows("Still nobody commands this incident");
        }
        socketsAnswer(one, two);
        slack.breaks(Json.object().put("kind", "drop_socket"));
        socketsAnswer(one, two);
        two.leave();
        numbers.add(declared("Heard by the other"));
        channel(numbers.getLast()).eventuallyShows("Still nobody commands this incident");

        for (var number : numbers) {
            assertThat(slack.channelsStarting("inc-%d-".formatted(number))).hasSize(1);
            assertThat(questions(channel(number))).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void theOtherMakesTheChannelWhoseMakerDied() {
        slack.failsBy("reset_after", "conversations.create", 1);
        slack.failsBy("http_503", "users.conversations", 1_000);
        var number = declared("Its maker dies");
        var channel = channel(number);
        one.leave();
        slack.clearFaults();

        var two = one.joinedBy(database, SOON);

        channel.eventuallyShows("Who takes it?");
        channel.eventually(it -> assertThat(it.pins()).hasSize(1));
        channel.eventually(it -> assertThat(it.members()).contains("alice"));
        assertThat(slack.channelsStarting("inc-%d".formatted(number))).hasSize(1);
        two.leave();
    }

    @Test
    void theOtherRingsTheAlarmOfOneThatDied() {
        var number = declared("Its timer outlives it");
        channel(number).eventuallyShows("Nobody commands this incident yet");
        one.leave();

        var two = one.joinedBy(database, SOON);

        channel(number).eventuallyShows("Still nobody commands this incident");
        assertThat(questions(channel(number))).hasSize(2).doesNotHaveDuplicates();
        two.leave();
    }

    private long declared(String title) {
        var number = new long[1];
        // A payload may still be on its way to a connection that has just gone.
        Eventually.passes(() -> {
            var said = NUMBER.matcher(
                    alice.types("general", "/incident declare " + title).text());
            assertThat(said.find()).isTrue();
            number[0] = Long.parseLong(said.group(1));
        });
        return number[0];
    }

    private ChannelView channel(long number) {
        var found = new ArrayList<ChannelView>();
        Eventually.passes(() -> {
            found.addAll(slack.channelsStarting("inc-%d-".formatted(number)));
            assertThat(found).isNotEmpty();
        });
        return found.getFirst();
    }

    private static List<String> questions(ChannelView channel) {
        return Conversation.saidByCoalmine(channel).stream()
                .filter(it -> it.contains("obody commands"))
                .toList();
    }

    private static void bothCheckIn(RunningBot bot) {
        var database = bot.application().getBean(JdbcClient.class);
        Eventually.passes(() -> assertThat(database.sql("select count(*) from qrtz_scheduler_state")
                        .query(Long.class)
                        .single())
                .isEqualTo(2));
    }

    private static void socketsAnswer(RunningBot... bots) {
        for (var bot : bots) {
            var meters = bot.application().getBean(MeterRegistry.class);
            Eventually.passes(
                    () -> assertThat(meters.get("coalmine.slack.socket").gauge().value())
                            .isEqualTo(1));
        }
    }
}
