package dev.coalmine.bot.slack;

import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.model.Message;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Posts messages, each once. Slack has no idempotency key, so every message carries its delivery's mark as
 * metadata, and after an attempt of unknown outcome the channel's history is searched for it.
 */
@Component
public class Messages {

    private static final String EVENT = "coalmine_delivery";
    // chat.postMessage takes 40,000 characters, but folds what is beyond 4,000.
    private static final int TEXT = 3_900;

    private final SlackCalls slack;
    private final History history;

    Messages(SlackCalls slack, History history) {
        this.slack = slack;
        this.history = history;
    }

    /** Posts a message of text and buttons. */
    public Posted.Place say(
            Delivery delivery, String channel, @Nullable String thread, String markup, List<Errand.Choice> choices)
            throws Undelivered {
        var text = Markup.clip(markup, TEXT);
        var blocks = choices.isEmpty() ? List.<LayoutBlock>of() : List.of(Blocks.section(text), buttons(choices));
        return post(delivery, channel, thread, text, blocks);
    }

    /** Posts a message of blocks; {@code text} is what notifications show. */
    public Posted.Place post(
            Delivery delivery, String channel, @Nullable String thread, String text, List<LayoutBlock> blocks)
            throws Undelivered {
        var earlier = delivery.unsure() ? find(delivery, channel, thread) : Optional.<Posted.Place>empty();
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var message = ChatPostMessageRequest.builder()
                .channel(channel)
                .threadTs(thread)
                .text(text)
                .blocks(blocks.isEmpty() ? null : blocks)
                .unfurlLinks(false)
                .unfurlMedia(false)
                .metadata(Message.Metadata.builder()
                        .eventType(EVENT)
                        .eventPayload(Map.of("id", delivery.mark()))
                        .build())
                .build();
        var posted = slack.call("chat.postMessage", channel, api -> api.chatPostMessage(message));
        return new Posted.Place(posted.getChannel(), posted.getTs());
    }

    /** Changes a message in place. */
    public void update(Posted.Place place, String text, List<LayoutBlock> blocks) throws Undelivered {
        slack.call(
                "chat.update",
                place.channel(),
                api -> api.chatUpdate(r ->
                        r.channel(place.channel()).ts(place.ts()).text(text).blocks(blocks)));
    }

    private Optional<Posted.Place> find(Delivery delivery, String channel, @Nullable String thread) throws Undelivered {
        return history.find(delivery, channel, thread, message -> carries(message, delivery.mark()))
                .map(message -> new Posted.Place(channel, message.getTs()));
    }

    private static boolean carries(Message message, String key) {
        var metadata = message.getMetadata();
        return metadata != null
                && EVENT.equals(metadata.getEventType())
                && key.equals(metadata.getEventPayload().get("id"));
    }

    private static LayoutBlock buttons(List<Errand.Choice> choices) {
        var buttons = choices.stream()
                .<BlockElement>map(choice -> Blocks.button(choice.label(), choice.line(), "primary"))
                .toList();
        return Blocks.actions("choices", buttons);
    }
}
