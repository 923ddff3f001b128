package dev.coalmine.bot.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.script.Eventually;
import dev.coalmine.sandbox.script.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

    private static final int ROUNDS = 3;
    private static final Pattern NUMBER = Pattern.compile("incident (\\d+)");
    private static final Pattern LEFT_OUT = Pattern.compile("(\\d+) of them are left out here");

    private final long seed = Long.getLong("seed", new Random().nextLong());

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private BotProcess bot;

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start(SandboxSettings.forTest());
        bot = BotProcess.start(sandbox, folder);
    }

    @AfterEach
    void stop() throws Exception {
        bot.kill();
        sandbox.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillAtAnyMoment() throws Exception {
        System.out.println("KillTest seed: " + seed);
        var random = new Random(seed);
        var people = new Talking();
        for (var round = 0; round < ROUNDS; round++) {
            people.talkUntil(1 + random.nextInt(30));
            bot.kill();
            people.stop();
            bot.startAgain();
        }

        for (var incident : people.declared) {
            assertThat(channelsOf(incident))
                    .as("channels of incident %s, seed %d", incident, seed)
                    .hasSize(1);
        }
        var record = bot.get("/incidents/1/timeline.json");
        assertThat(record).contains("\"whole\"");
        for (var note : people.noted) {
            assertThat(record.split("\"%s\"".formatted(note), -1))
                    .as("note %s, seed %d", note, seed)
                    .hasSizeGreaterThan(1);
        }
        assertThat(people.titled)
                .as("titles in the record, seed %d", seed)
                .allMatch(title -> record.contains("is now “%s”".formatted(title)));
        assertThat(sandbox.as("bob")
                        .types("general", "/incident #1 timeline verify")
                        .text())
                .contains("is whole");
        wereToldOnce(List.copyOf(people.titled));
    }

    private List<String> channelsOf(String incident) {
        var found = new ArrayList<String>();
        Eventually.passes(() -> {
            found.clear();
            sandbox.script().channelsStarting("inc-%s-".formatted(incident)).forEach(c -> found.add(c.name()));
            assertThat(found).isNotEmpty();
        });
        return found;
    }

    /** Each by its name, or among those that a message which gathers a backlog says it leaves out. */
    private void wereToldOnce(List<String> titles) {
        var channel = sandbox.script().channelsStarting("inc-1-").getFirst();
        channel.eventually(it -> {
            var said = it.messages().stream().map(Said::text).toList();
            var times = titles.stream().map(title -> timesTold(title, said)).toList();
            assertThat(times).as("times told of %s, seed %d", titles, seed).allMatch(n -> n <= 1);
            assertThat(times.stream().filter(n -> n == 0).count())
                    .as("told by no name, of %s, seed %d, in%n%s", titles, seed, String.join("\n", said))
                    .isLessThanOrEqualTo(leftOut(said));
        });
    }

    private static int timesTold(String title, List<String> said) {
        return said.stream()
                .mapToInt(text -> text.split(Pattern.quote("is now “%s”".formatted(title)), -1).length - 1)
                .sum();
    }

    private static long leftOut(List<String> said) {
        return said.stream()
                .flatMap(text -> LEFT_OUT.matcher(text).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    /** Alice and bob, who write down what they were promised. */
    private final class Talking {

        private final Queue<String> declared = new ConcurrentLinkedQueue<>();
        private final Queue<String> noted = new ConcurrentLinkedQueue<>();
        private final Queue<String> titled = new ConcurrentLinkedQueue<>();
        private AtomicBoolean going = new AtomicBoolean();
        private List<Thread> threads = List.of();
        private int said;

        Talking() {
            declare("Kill me first");
        }

        /** Keeps them talking, and returns when so many of their notes have been acknowledged. */
        void talkUntil(int acknowledged) throws InterruptedException {
            var enough = new CountDownLatch(acknowledged);
            going = new AtomicBoolean(true);
            threads = List.of(
                    Thread.startVirtualThread(() -> write(enough)), Thread.startVirtualThread(this::changeAndDeclare));
            enough.await();
        }

        void stop() throws InterruptedException {
            going.set(false);
            for (var thread : threads) {
                thread.join();
            }
        }

        private void write(CountDownLatch enough) {
            while (going.get()) {
                var note = "note-%d".formatted(++said);
                if (acknowledged("alice", "/incident #1 note " + note, "Entry")) {
                    noted.add(note);
                    enough.countDown();
                }
            }
        }

        private void changeAndDeclare() {
            for (var i = 0; going.get(); i++) {
                var title = "Title %d-%d".formatted(said, i);
                if (acknowledged("bob", "/incident #1 title " + title, "is now called")) {
                    titled.add(title);
                }
                if (i % 5 == 0) {
                    declare("Kill me too %d".formatted(i));
                }
            }
        }

        private void declare(String title) {
            try {
                var number = NUMBER.matcher(sandbox.as("bob")
                        .types("general", "/incident declare " + title)
                        .text());
                if (number.find()) {
                    declared.add(number.group(1));
                }
            } catch (AssertionError notAcknowledged) {
                // Nobody was promised anything.
            }
        }

        private boolean acknowledged(String person, String command, String promise) {
            try {
                return sandbox.as(person).types("general", command).text().contains(promise);
            } catch (AssertionError notAcknowledged) {
                return false;
            }
        }
    }
}
