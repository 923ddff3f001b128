package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.StormEvent;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Writes what became of storms, one line of JSON each. */
final class Answers {

    private final JsonMapper json = JsonMapper.shared();
    private final PrintStream out;
    /** Of which only a notice was given. */
    private final Set<Integer> noticed = new HashSet<>();

    Answers(PrintStream out) {
        this.out = out;
    }

    void say(StormEvent event) {
        var line = json.createObjectNode()
                .put("event", change(event))
                .put("storm", event.storm())
                .put("at", Moments.text(event.at()))
                .put("kind", word(event.kind()));
        var sources = line.putArray("sources");
        event.sources().forEach(sources::add);
        line.put("automated", event.automated())
                .put("manual", event.manual())
                .put("first", Moments.text(event.first()))
                .put("failures", event.failures())
                .put("usual", Math.round(100 * event.usual()) / 100.0)
                .put("text", event.text())
                .put("explanation", event.explanation());
        out.println(json.writeValueAsString(line));
    }

    /** What is opened is an alarm; a notice is none until it becomes one. */
    private String change(StormEvent event) {
        if (event.kind() == StormEvent.Kind.NOTICE) {
            noticed.add(event.storm());
            return event.event() == StormEvent.Change.OPENED ? "noticed" : word(event.event());
        }
        return noticed.remove(event.storm()) ? "opened" : word(event.event());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
