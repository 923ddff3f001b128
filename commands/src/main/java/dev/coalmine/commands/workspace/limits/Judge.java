package dev.coalmine.commands.workspace.limits;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.ContextBlockElement;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.TextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what Slack would refuse in a message or a form, in words for whoever has to mend the code that made it. */
public final class Judge {

    private static final Set<String> STYLES = Set.of("primary", "danger");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int blocks;

    private Judge() {}

    /**
     * What is wrong with a message; empty when Slack takes it.
     *
     * @param longest {@link Limits#TEXT} for a new message, {@link Limits#FOLDED} for a changed one
     */
    public static List<String> message(String text, List<LayoutBlock> blocks, int longest) {
        var judge = new Judge();
        judge.atMost("the message's text", text.length(), longest);
        judge.check(text.isBlank() && blocks.isEmpty(), "the message is empty");
        judge.atMost("blocks of the message", blocks.size(), Limits.BLOCKS_IN_MESSAGE);
        blocks.forEach(judge::block);
        return judge.problems;
    }

    /** What is wrong with a form or a Home tab; empty when Slack takes it. */
    public static List<String> view(View view) {
        var judge = new Judge();
        var modal = "modal".equals(view.getType());
        judge.check(!modal && !"home".equals(view.getType()), "a view is a modal or a home, not " + view.getType());
        if (modal) {
            judge.frame(view);
        }
        judge.longest("private_metadata", view.getPrivateMetadata(), Limits.PRIVATE_METADATA);
        judge.longest("callback_id", view.getCallbackId(), Limits.ID);
        judge.longest("external_id", view.getExternalId(), Limits.ID);
        judge.atMost("blocks of the view", view.getBlocks().size(), Limits.BLOCKS_IN_VIEW);
        view.getBlocks().forEach(judge::block);
        return judge.problems;
    }

    /** What is wrong with a channel's topic or purpose; empty when Slack takes it. */
    public static List<String> topic(String topic) {
        var judge = new Judge();
        judge.longest("topic", topic, Limits.TOPIC);
        return judge.problems;
    }

    /** What is wrong with a channel's name; empty when Slack takes it. */
    public static List<String> channelName(String name) {
        var judge = new Judge();
        judge.longest("channel name", name, Limits.CHANNEL_NAME);
        judge.check(
                !name.matches("[a-z0-9_-]*[a-z0-9][a-z0-9_-]*"),
                "a channel name has a-z, 0-9, - and _, and not - and _ alone");
        return judge.problems;
    }

    /** What is wrong with a block by itself. */
    static List<String> alone(LayoutBlock block) {
        var judge = new Judge();
        judge.block(block);
        return judge.problems;
    }

    private void frame(View view) {
        check(view.getTitle() == null, "a form needs a title");
        if (view.getTitle() != null) {
            text("title", view.getTitle().getText(), Limits.TITLE);
        }
        if (view.getSubmit() != null) {
            text("submit", view.getSubmit().getText(), Limits.TITLE);
        }
        if (view.getClose() != null) {
            text("close", view.getClose().getText(), Limits.TITLE);
        }
        var inputs = view.getBlocks().stream().anyMatch(InputBlock.class::isInstance);
        check(inputs && view.getSubmit() == null, "a form with inputs needs a submit button");
    }

    private void block(LayoutBlock block) {
        blocks++;
        id("block_id", block.getBlockId(), "");
        switch (block) {
            case SectionBlock section -> section(section);
            case HeaderBlock header -> text("header", header.getText(), Limits.HEADER);
            case ContextBlock context -> context(context);
            case ActionsBlock actions -> actions(actions);
            case InputBlock input -> input(input);
            case ImageBlock image -> text("alt_text", image.getAltText(), Limits.LABEL);
            case DividerBlock _ -> {}
            default -> problems.add("no limits are known for a block of type " + block.getType());
        }
    }

    private void section(SectionBlock section) {
        var fields = section.getFields() == null ? List.<TextObject>of() : section.getFields();
        if (section.getText() != null || fields.isEmpty()) {
            text("section", section.getText(), Limits.SECTION);
        }
        atMost("fields of a section", fields.size(), Limits.FIELDS);
        fields.forEach(field -> text("field", field, Limits.FIELD));
        if (section.getAccessory() != null) {
            element(section.getAccessory(), section.getBlockId());
        }
    }

    private void context(ContextBlock context) {
        some("context", context.getElements(), Limits.CONTEXT);
        for (ContextBlockElement element : context.getElements()) {
            if (element instanceof TextObject text) {
                text("context", text, Limits.CONTEXT_TEXT);
            }
        }
    }

    private void actions(ActionsBlock actions) {
        some("actions", actions.getElements(), Limits.ACTIONS);
        actions.getElements().forEach(element -> element(element, actions.getBlockId()));
    }

    private void input(InputBlock input) {
        text("label", input.getLabel(), Limits.LABEL);
        if (input.getHint() != null) {
            text("hint", input.getHint(), Limits.LABEL);
        }
        check(input.getElement() == null, "an input needs an element");
        if (input.getElement() != null) {
            element(input.getElement(), input.getBlockId());
        }
    }

    private void element(BlockElement element, @Nullable String block) {
        switch (element) {
            case ButtonElement button -> button(button, block);
            case StaticSelectElement menu -> {
                id("action_id", menu.getActionId(), place(block));
                placeholder(menu.getPlaceholder());
                options(menu.getOptions(), Limits.OPTIONS);
            }
            case UsersSelectElement menu -> {
                id("action_id", menu.getActionId(), place(block));
                placeholder(menu.getPlaceholder());
            }
            case OverflowMenuElement menu -> {
                id("action_id", menu.getActionId(), place(block));
                options(menu.getOptions(), Limits.OVERFLOW);
            }
            case PlainTextInputElement typed -> {
                id("action_id", typed.getActionId(), place(block));
                placeholder(typed.getPlaceholder());
                var longest = typed.getMaxLength();
                check(longest != null && (longest < 1 || longest > Limits.INPUT), "max_length is 1 to 3000");
            }
            default ->
                problems.add("no limits are known for a " + element.getClass().getSimpleName());
        }
    }

    private void button(ButtonElement button, @Nullable String block) {
        id("action_id", button.getActionId(), place(block));
        text("button", button.getText(), Limits.BUTTON);
        longest("a button's value", button.getValue(), Limits.VALUE);
        longest("a button's url", button.getUrl(), Limits.URL);
        check(button.getStyle() != null && !STYLES.contains(button.getStyle()), "unknown style " + button.getStyle());
    }

    private void placeholder(@Nullable TextObject placeholder) {
        if (placeholder != null) {
            text("placeholder", placeholder, Limits.PLACEHOLDER);
        }
    }

    private void options(@Nullable List<OptionObject> options, int most) {
        some("options", options, most);
        if (options != null) {
            for (var option : options) {
                text("option", option.getText(), Limits.OPTION);
                text("an option's value", option.getValue(), Limits.OPTION_VALUE);
            }
        }
    }

    private void some(String what, @Nullable List<?> things, int most) {
        check(things == null || things.isEmpty(), what + ": there is none");
        atMost(what, things == null ? 0 : things.size(), most);
    }

    private void text(String what, @Nullable TextObject text, int max) {
        text(what, text == null ? null : text.getText(), max);
    }

    private void text(String what, @Nullable String text, int max) {
        check(text == null || text.isEmpty(), what + ": the text is empty");
        longest(what, text, max);
    }

    private void longest(String what, @Nullable String text, int max) {
        atMost(what, text == null ? 0 : text.length(), max);
    }

    private void id(String what, @Nullable String id, String place) {
        longest(what, id, Limits.ID);
        check(id != null && !ids.add(place + what + id), "the %s %s is there twice".formatted(what, id));
    }

    private void atMost(String what, int length, int most) {
        check(length > most, "%s: %d, but at most %d are taken".formatted(what, length, most));
    }

    private void check(boolean wrong, String problem) {
        if (wrong) {
            problems.add(problem);
        }
    }

    // Elements of one block must differ; a block without an id is a place of its own.
    private String place(@Nullable String block) {
        return (block == null ? "block " + blocks : block) + "/";
    }
}
