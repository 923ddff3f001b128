package dev.coalmine.commands.workspace.limits;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts the texts of a block, and splits a block that holds too much into several. */
final class Trimming {

    private Trimming() {}

    static Stream<LayoutBlock> of(LayoutBlock block) {
        return switch (block) {
            case SectionBlock section -> section(section);
            case HeaderBlock header -> {
                cut(header.getText(), Limits.HEADER);
                yield Stream.of(header);
            }
            case ContextBlock context -> context(context);
            case ActionsBlock actions -> actions(actions);
            default -> Stream.of(block);
        };
    }

    private static Stream<LayoutBlock> section(SectionBlock section) {
        var fields = section.getFields() == null ? List.<TextObject>of() : section.getFields();
        fields.forEach(field -> cut(field, Limits.FIELD));
        var more = more(section.getText());
        var groups = groups(fields, Limits.FIELDS);
        if (groups.size() > 1) {
            section.setFields(groups.getFirst());
        }
        var all = new ArrayList<LayoutBlock>();
        all.add(section);
        more.forEach(text -> all.add(SectionBlock.builder().text(text).build()));
        groups.stream()
                .skip(1)
                .forEach(group -> all.add(SectionBlock.builder().fields(group).build()));
        return all.stream();
    }

    /** Leaves in {@code text} what one section holds. */
    private static List<TextObject> more(TextObject text) {
        if (text instanceof MarkdownTextObject markup && markup.getText().length() > Limits.SECTION) {
            var pieces = Cut.pieces(markup.getText(), Limits.SECTION);
            markup.setText(pieces.getFirst());
            return pieces.stream()
                    .skip(1)
                    .<TextObject>map(piece -> like(markup, piece))
                    .toList();
        }
        cut(text, Limits.SECTION);
        return List.of();
    }

    private static TextObject like(MarkdownTextObject markup, String piece) {
        return MarkdownTextObject.builder()
                .text(piece)
                .verbatim(markup.getVerbatim())
                .build();
    }

    private static Stream<LayoutBlock> context(ContextBlock context) {
        for (ContextBlockElement element : context.getElements()) {
            if (element instanceof TextObject text) {
                cut(text, Limits.CONTEXT_TEXT);
            }
        }
        return split(context, groups(context.getElements(), Limits.CONTEXT), group -> ContextBlock.builder()
                .elements(group)
                .build());
    }

    private static Stream<LayoutBlock> actions(ActionsBlock actions) {
        for (BlockElement element : actions.getElements()) {
            if (element instanceof ButtonElement button) {
                cut(button.getText(), Limits.BUTTON);
            }
        }
        return split(actions, groups(actions.getElements(), Limits.ACTIONS), group -> ActionsBlock.builder()
                .elements(group)
                .build());
    }

    private static <E> Stream<LayoutBlock> split(
            LayoutBlock whole, List<List<E>> groups, Function<List<E>, LayoutBlock> block) {
        return groups.size() <= 1 ? Stream.of(whole) : groups.stream().map(block);
    }

    private static <E> List<List<E>> groups(List<E> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(i -> all.subList(i * size, Math.min(all.size(), (i + 1) * size)))
                .toList();
    }

    private static void cut(TextObject text, int max) {
        if (text instanceof PlainTextObject plain && plain.getText() != null) {
            plain.setText(Cut.plain(plain.getText(), max));
        } else if (text instanceof MarkdownTextObject markup && markup.getText() != null) {
            markup.setText(Cut.markup(markup.getText(), max));
        }
    }
}
