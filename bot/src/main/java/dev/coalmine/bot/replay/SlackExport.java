package dev.coalmine.bot.replay;

import dev.coalmine.bot.slack.MessageLines;
import dev.coalmine.commands.launches.PastLaunches;
import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.workspace.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A channel as Slack exports it: a folder with a file of messages for each day, or one such file. They are read by the rules
 * for launches that are built in; a message that tells of no launch is nothing wrong.
 */
record SlackExport(Path where) implements Past {

    private static final Pattern TS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,9})?");
    // Of a whole workspace's export these are no messages.
    private static final List<String> OTHERS =
            List.of("users.json", "channels.json", "integration_logs.json", "groups.json", "dms.json", "mpims.json");

    @Override
    public void tell(Consumer<Signal> listener, Skipped skipped) throws IOException {
        var messages = new ArrayList<Heard.Posted>();
        for (var file : files()) {
            read(file, messages, skipped);
        }
        messages.sort(Comparator.comparingDouble(message -> Double.parseDouble(message.ts())));
        var launches = new PastLaunches();
        messages.forEach(message -> launches.in(message).forEach(heard -> listener.accept(Past.signal(heard))));
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(where)) {
            return List.of(where);
        }
        try (var all = Files.walk(where)) {
            return all.filter(it -> it.toString().endsWith(".json"))
                    .filter(it -> !OTHERS.contains(String.valueOf(it.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    private static void read(Path file, List<Heard.Posted> into, Skipped skipped) throws IOException {
        try {
            var root = JsonMapper.shared().readTree(Files.readString(file));
            var all = root.isArray() ? root : root.path("messages");
            if (!all.isArray()) {
                skipped.what(file.toString(), "it holds no messages");
                return;
            }
            var number = 0;
            for (var message : all) {
                number++;
                if (!TS.matcher(message.path("ts").asString("")).matches()) {
                    skipped.what("Message %d of %s".formatted(number, file), "“ts” is no time of Slack's");
                } else {
                    into.add(posted(message, String.valueOf(file.getParent())));
                }
            }
        } catch (JacksonException broken) {
            skipped.what(file.toString(), "it is no JSON: " + broken.getOriginalMessage());
        }
    }

    private static Heard.Posted posted(JsonNode message, String channel) {
        var ts = message.path("ts").asString("");
        var bot = message.hasNonNull("bot_id")
                || message.path("subtype").asString("").equals("bot_message");
        return new Heard.Posted(
                channel,
                ts,
                ts,
                bot ? null : text(message.path("user")),
                bot ? bot(message) : null,
                MessageLines.of(message),
                null);
    }

    private static @Nullable String bot(JsonNode message) {
        return Stream.of(message.path("username"), message.path("bot_profile").path("name"), message.path("bot_id"))
                .map(SlackExport::text)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(JsonNode node) {
        var text = node.asString("");
        return text.isBlank() ? null : text;
    }
}
