package dev.coalmine.commands.workspace.limits;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes messages and forms such as Slack takes them. What may be cut is cut, and what may be split is split. What is left
 * then is a mistake of whoever built it: where assertions are on, as in tests, it is refused; elsewhere it is logged, and
 * left out, so that people still get the rest.
 */
public final class Fitting {

    private static final Logger log = LoggerFactory.getLogger(Fitting.class);
    private static final boolean STRICT = Fitting.class.desiredAssertionStatus();
    // Leaves room for a line that says how much is missing.
    private static final int SHOWN = Limits.FOLDED - 100;

    private Fitting() {}

    /** A message that Slack takes as it is, posted as well as in place of another one. */
    public record Message(String text, List<LayoutBlock> blocks) {}

    /**
     * Fits a message. What does not fit into one is left out, and its last line says so: nothing that is shown but once
     * may be so long.
     *
     * @param text what notifications show, and all there is where there are no blocks
     */
    public static Message message(String text, List<LayoutBlock> blocks) {
        var shown = shortened(text);
        var fitting = limited(trimmed(blocks), Limits.BLOCKS_IN_MESSAGE);
        var problems = Judge.message(shown, fitting, Limits.FOLDED);
        return problems.isEmpty()
                ? new Message(shown, fitting)
                : new Message(shown.isBlank() ? "…" : shown, mended(problems, fitting));
    }

    /** Fits a form or a Home tab. */
    public static View view(View view) {
        view.setBlocks(limited(trimmed(view.getBlocks()), Limits.BLOCKS_IN_VIEW));
        var problems = Judge.view(view);
        if (!problems.isEmpty()) {
            view.setBlocks(mended(problems, view.getBlocks()));
            mendFrame(view);
        }
        return view;
    }

    /** At most so much text that Slack shows it unfolded, with a last line about the rest. */
    public static String shortened(String text) {
        if (text.length() <= Limits.FOLDED) {
            return text;
        }
        var pieces = Cut.pieces(text, SHOWN);
        var rest = String.join("\n", pieces.subList(1, pieces.size()));
        return "%s\n_… and %d more lines; ask for less at once._"
                .formatted(pieces.getFirst(), rest.lines().count());
    }

    private static List<LayoutBlock> trimmed(List<LayoutBlock> blocks) {
        return blocks.stream().flatMap(Trimming::of).toList();
    }

    private static List<LayoutBlock> limited(List<LayoutBlock> blocks, int most) {
        if (blocks.size() <= most) {
            return blocks;
        }
        var rest = MarkdownTextObject.builder()
                .text("… and %d more parts that do not fit here.".formatted(blocks.size() - most + 1))
                .build();
        return Stream.concat(
                        blocks.stream().limit(most - 1L),
                        Stream.of(ContextBlock.builder().elements(List.of(rest)).build()))
                .toList();
    }

    private static List<LayoutBlock> mended(List<String> problems, List<LayoutBlock> blocks) {
        if (STRICT) {
            throw new IllegalArgumentException("Slack would refuse this: " + String.join("; ", problems));
        }
        log.error("Slack would refuse this, so parts of it are left out: {}", String.join("; ", problems));
        var kept = new ArrayList<LayoutBlock>();
        for (var block : blocks) {
            var sound = sound(block);
            var together = new ArrayList<>(kept);
            together.add(sound);
            if (Judge.message("…", together, Limits.FOLDED).isEmpty()) {
                kept.add(sound);
            }
        }
        return kept;
    }

    /** Without the buttons and menus that are wrong by themselves. */
    private static LayoutBlock sound(LayoutBlock block) {
        if (block instanceof ActionsBlock actions && actions.getElements() != null) {
            actions.setElements(actions.getElements().stream()
                    .filter(it -> Judge.alone(
                                    ActionsBlock.builder().elements(List.of(it)).build())
                            .isEmpty())
                    .toList());
        }
        return block;
    }

    private static void mendFrame(View view) {
        if (view.getTitle() != null) {
            view.getTitle().setText(Cut.plain(view.getTitle().getText(), Limits.TITLE));
        }
        if (view.getSubmit() != null) {
            view.getSubmit().setText(Cut.plain(view.getSubmit().getText(), Limits.TITLE));
        }
        if (view.getClose() != null) {
            view.getClose().setText(Cut.plain(view.getClose().getText(), Limits.TITLE));
        }
    }
}
