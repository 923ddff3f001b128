package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.rules.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The register of hypotheses: shows the board, and hands everything else to its words. */
@Component
class Hyp implements Command {

    private final List<Word> words;
    private final Concerning concerning;
    private final Board board;
    private final Details details;

    Hyp(List<Word> words, Concerning concerning, Board board, Details details) {
        this.words = words.stream().sorted(Comparator.comparing(Word::word)).toList();
        this.concerning = concerning;
        this.board = board;
        this.details = details;
    }

    @Override
    public String word() {
        return "hyp";
    }

    @Override
    public List<String> aliases() {
        return List.of("hypothesis", "hypotheses");
    }

    @Override
    public String usage() {
        return "hyp [add <statement> | test H2 @who \"<what we would see>\" in 10m | evidence \"<what>\" against H1"
                + " for H2 | … | help]";
    }

    @Override
    public String does() {
        return "Shows what we think is wrong and what would prove it wrong; `hyp help` lists its words.";
    }

    @Override
    public String example() {
        return "hyp add The network drops packets, so retransmits rise wrong if they stay flat";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        var first = request.first().toLowerCase(Locale.ROOT);
        return switch (first) {
            case "", "list", "board" -> board(request);
            case "help" -> help();
            default -> named(first).map(it -> it.run(request.afterFirst())).orElseGet(() -> detail(request));
        };
    }

    private Optional<Word> named(String word) {
        return words.stream()
                .filter(it -> it.word().equals(word) || it.aliases().contains(word))
                .findFirst();
    }

    private Reply board(Request request) {
        var drawing = board.draw(concerning.read(request).number());
        return Reply.blocks(drawing.line(), drawing.blocks());
    }

    private Reply detail(Request request) {
        var number = Line.read(request.first()).number(Line.Kind.HYPOTHESIS);
        return number.map(it -> details.of(concerning.read(request).number(), it))
                .orElseThrow(() -> wrongUsage("“%s” is no word of `hyp`. `/incident hyp help` lists them."
                        .formatted(Markup.clip(request.first(), 50))));
    }

    private Reply help() {
        var lines = words.stream()
                .map(it -> "`hyp %s` %s".formatted(Markup.escape(it.usage()), it.does()))
                .collect(Collectors.joining("\n"));
        return Reply.blocks(
                "`hyp` shows the board; these are its words:",
                List.<LayoutBlock>of(Blocks.section("`hyp` shows the board, `hyp H1` all about one.\n" + lines)));
    }
}
