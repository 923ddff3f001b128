package dev.coalmine.commands.workspace;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import dev.coalmine.commands.workspace.limits.Cut;
import dev.coalmine.commands.workspace.limits.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of messages, cut to what Slack takes; a section that is too long is left whole, as {@link
 * dev.coalmine.commands.workspace.limits.Fitting} makes several of it. Mark-up is sent verbatim, so that a plain {@code
 * @channel} in it stays plain.
 */
public final class Blocks {

    private Blocks() {}

    public static LayoutBlock section(String markup) {
        return SectionBlock.builder().text(markdown(markup, Integer.MAX_VALUE)).build();
    }

    /** A headline in plain words: nothing in it is mark-up. */
    public static LayoutBlock header(String plain) {
        return HeaderBlock.builder().text(plain(plain, Limits.HEADER)).build();
    }

    public static LayoutBlock fields(List<String> markup) {
        var texts =
                markup.stream().<TextObject>map(m -> markdown(m, Limits.FIELD)).toList();
        return SectionBlock.builder().fields(texts).build();
    }

    /** Small print. */
    public static LayoutBlock context(String markup) {
        return ContextBlock.builder()
                .elements(List.of(markdown(markup, Limits.CONTEXT_TEXT)))
                .build();
    }

    public static LayoutBlock divider() {
        return new DividerBlock();
    }

    public static LayoutBlock actions(String id, List<BlockElement> elements) {
        return ActionsBlock.builder().blockId(id).elements(elements).build();
    }

    /** A button that says a line of {@code /incident} for the person who presses it. */
    public static ButtonElement button(String label, String line, @Nullable String style) {
        return ButtonElement.builder()
                .actionId("say:" + line)
                .text(plain(label))
                .value(line)
                .style(style)
                .build();
    }

    public static ButtonElement button(String label, String line) {
        return button(label, line, null);
    }

    /** A menu each of whose options says a line of {@code /incident}. */
    public static BlockElement menu(String id, String placeholder, List<OptionObject> lines) {
        return StaticSelectElement.builder()
                .actionId("choose:" + id)
                .placeholder(plain(placeholder))
                .options(lines)
                .build();
    }

    /** The three dots, with at most five lines of {@code /incident} behind them. */
    public static BlockElement more(List<OptionObject> lines) {
        return OverflowMenuElement.builder()
                .actionId("choose:more")
                .options(lines)
                .build();
    }

    public static OptionObject option(String label, String value) {
        return OptionObject.builder().text(plain(label)).value(value).build();
    }

    /** One line, or several, for a person to type; its value comes under {@code id}. */
    public static LayoutBlock input(String id, String label, @Nullable String hint, boolean optional, boolean large) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .hint(hint == null ? null : plain(hint))
                .optional(optional)
                .element(PlainTextInputElement.builder()
                        .actionId("value")
                        .multiline(large)
                        .maxLength(Limits.INPUT)
                        .build())
                .build();
    }

    /** An optional choice of one; its value comes under {@code id}. {@code otherwise} says what holds without it. */
    public static LayoutBlock choice(String id, String label, String otherwise, List<OptionObject> options) {
        return choice(id, label, otherwise, options, null);
    }

    /** The same, where one may be chosen already; {@code chosen} is its value. */
    public static LayoutBlock choice(
            String id, String label, String otherwise, List<OptionObject> options, @Nullable String chosen) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .optional(true)
                .element(StaticSelectElement.builder()
                        .actionId("value")
                        .placeholder(plain(otherwise))
                        .options(options)
                        .initialOption(options.stream()
                                .filter(it -> it.getValue().equals(chosen))
                                .findFirst()
                                .orElse(null))
                        .build())
                .build();
    }

    /** A person of the workspace; the id comes under {@code id}. */
    public static LayoutBlock person(String id, String label, boolean optional) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .optional(optional)
                .element(UsersSelectElement.builder()
                        .actionId("value")
                        .placeholder(plain("somebody"))
                        .build())
                .build();
    }

    /** One line, or several, that begins with what is known already. */
    public static LayoutBlock prefilled(String id, String label, @Nullable String known, boolean optional) {
        return InputBlock.builder()
                .blockId(id)
                .label(plain(label))
                .optional(optional)
                .element(PlainTextInputElement.builder()
                        .actionId("value")
                        .multiline(true)
                        .maxLength(Limits.INPUT)
                        .initialValue(known == null ? null : Cut.plain(known, Limits.INPUT))
                        .build())
                .build();
    }

    public static PlainTextObject plain(String text) {
        return plain(text, Limits.BUTTON);
    }

    private static PlainTextObject plain(String text, int max) {
        return PlainTextObject.builder().text(Cut.plain(text, max)).emoji(true).build();
    }

    private static MarkdownTextObject markdown(String markup, int max) {
        return MarkdownTextObject.builder()
                .text(Cut.markup(markup, max))
                .verbatim(true)
                .build();
    }
}
