package dev.coalmine.commands.language;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Explains the commands from their own descriptions. */
@Component
class Help implements Command {

    private final List<Command> commands;

    Help(@Lazy List<Command> commands) {
        this.commands = commands;
    }

    @Override
    public String word() {
        return "help";
    }

    @Override
    public String usage() {
        return "help [word]";
    }

    @Override
    public String does() {
        return "Lists the commands, or explains one.";
    }

    @Override
    public String example() {
        return "help severity";
    }

    @Override
    public Topic topic() {
        return Topic.ANYWHERE;
    }

    @Override
    public Reply run(Request request) {
        return request.isEmpty() ? all() : one(request.first().toLowerCase(Locale.ROOT));
    }

    /** Spring does not count a bean among those that it hands to itself. */
    private Stream<Command> everyCommand() {
        return Stream.concat(commands.stream().filter(command -> command != this), Stream.of(this));
    }

    private Reply one(String word) {
        return everyCommand()
                .filter(c -> c.word().equals(word) || c.aliases().contains(word))
                .findFirst()
                .map(c -> Reply.line("*%s*: %s\nUsage: `/incident %s`, for example `/incident %s`."
                        .formatted(c.word(), c.does(), Markup.escape(c.usage()), c.example())))
                .orElseThrow(() -> wrongUsage("There is no command “%s”.".formatted(Markup.clip(word, 50))));
    }

    private Reply all() {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.section(
                "*Coalmine* keeps the record of incidents. Something is wrong? `/incident declare <title>`"
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")));
        for (var topic : Topic.values()) {
            var lines = lines(topic);
            if (!lines.isEmpty()) {
                blocks.add(Blocks.section("*" + topic.heading() + "*\n" + String.join("\n", lines)));
            }
        }
        return Reply.blocks("Something is wrong? `/incident declare Checkout is down`. All commands:", blocks);
    }

    private List<String> lines(Topic topic) {
        return everyCommand()
                .filter(c -> c.topic() == topic)
                .sorted(Comparator.comparing(Command::word))
                .map(c -> "`%s` %s".formatted(Markup.escape(c.usage()), c.does()))
                .toList();
    }
}
