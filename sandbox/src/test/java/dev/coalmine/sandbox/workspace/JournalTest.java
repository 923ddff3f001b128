package dev.coalmine.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;

class JournalTest {

    /** An empty value drops the key. */
    record Step(String id, String value) {}

    @Property(tries = 100)
    void whereverTheLastLineIsTornAllLinesBeforeItCount(@ForAll("steps") List<Step> steps, @ForAll int cut)
            throws IOException {
        var file = Files.createTempDirectory("journal").resolve("journal.jsonl");
        write(file, steps);
        var whole = Files.readAllBytes(file);
        var length = whole.length == 0 ? 0 : Math.floorMod(cut, whole.length + 1);
        Files.write(file, Arrays.copyOf(whole, length));
        var lines = new String(whole, 0, length, StandardCharsets.UTF_8);
        var complete = (int) lines.chars().filter(it -> it == '\n').count();
        // The last line may be whole and lack only its end.
        var endless =
                complete < steps.size() && lines.endsWith("}") && reads(lines.substring(lines.lastIndexOf('\n') + 1));
        assertThat(read(file)).isEqualTo(expected(steps.subList(0, endless ? complete + 1 : complete)));
    }

    private static boolean reads(String line) {
        try {
            return Json.parse(line).has("kind");
        } catch (JacksonException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var ids = Arbitraries.of("a", "b", "c");
        var values = Arbitraries.strings().ofMaxLength(10);
        return Combinators.combine(ids, values).as(Step::new).list().ofMaxSize(20);
    }

    private static void write(Path file, List<Step> steps) {
        try (var journal = new Journal(file)) {
            for (var step : steps) {
                if (step.value().isEmpty()) {
                    journal.drop("kind", step.id());
                } else {
                    journal.put("kind", step.id(), step.value());
                }
            }
        }
    }

    private static Map<String, String> read(Path file) {
        try (var journal = new Journal(file)) {
            var read = new HashMap<String, String>();
            journal.restore().forEach((key, value) -> read.put(key.id(), value.asString("")));
            return read;
        }
    }

    private static Map<String, String> expected(List<Step> steps) {
        var expected = new HashMap<String, String>();
        for (var step : steps) {
            if (step.value().isEmpty()) {
                expected.remove(step.id());
            } else {
                expected.put(step.id(), step.value());
            }
        }
        return expected;
    }

    @Test
    void aWorkspaceComesBackAsItWas(@TempDir Path folder) {
        var before = new Workspace(folder, Clock.systemUTC());
        var bot = before.bot();
        var channel = before.channels().create("inc-1", false, bot);
        var message = before.messages().post(channel, bot, Draft.of("hello <!channel>"));
        before.messages().react(channel, message, bot, "eyes");
        before.pins().pin(channel, message, bot);
        before.channels()
                .bookmark(channel, new Bookmark("Bk1", "Runbook", "https://example.com", ":book:", 1, 1, bot.id()));
        before.close();
        tear(folder.resolve("journal.jsonl"));

        var after = new Workspace(folder, Clock.systemUTC());
        var again = after.channels().named("inc-1").orElseThrow();
        assertThat(Json.tree(again)).isEqualTo(Json.tree(channel));
        var said = after.messages().in(again).at(message.ts()).orElseThrow();
        assertThat(Json.tree(said)).isEqualTo(Json.tree(message));
        assertThat(said.mentions()).containsExactly("!channel");
        assertThat(after.ts()).isGreaterThan(message.ts());
        after.close();
    }

    private static void tear(Path file) {
        try {
            Files.writeString(file, "{\"kind\":\"message\",\"id\":\"C0", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void resetForgetsEverythingButTheApp(@TempDir Path folder) {
        var workspace = new Workspace(folder, Clock.systemUTC());
        workspace.app().install(Json.parse("{\"display_information\": {\"name\": \"Canary\"}}"));
        workspace.channels().create("inc-1", false, workspace.bot());
        workspace.reset();
        workspace.close();
        var after = new Workspace(folder, Clock.systemUTC());
        assertThat(after.channels().named("inc-1")).isEmpty();
        assertThat(after.channels().all()).hasSize(3);
        assertThat(after.app().name()).isEqualTo("canary");
        after.close();
    }
}
