package dev.coalmine.bot.slack.doors;

import com.slack.api.bolt.App;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.events.SeenEvents;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens in Slack. Each event is handled once, in one transaction with its keys; if that fails the answer is an
 * error and Slack sends it again.
 */
@Component
class EventDoor implements Door {

    private static final Logger log = LoggerFactory.getLogger(EventDoor.class);

    private final JsonMapper json;
    private final EventReader reader;
    private final Mentions mentions;
    private final Desk desk;
    private final Workspace workspace;
    private final SeenEvents seen;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EventDoor(
            JsonMapper json,
            EventReader reader,
            Mentions mentions,
            Desk desk,
            Workspace workspace,
            SeenEvents seen,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.json = json;
        this.reader = reader;
        this.mentions = mentions;
        this.desk = desk;
        this.workspace = workspace;
        this.seen = seen;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void openOn(App app) {
        app.use(this::take);
    }

    private Response take(com.slack.api.bolt.request.Request<?> request, Response response, MiddlewareChain chain)
            throws Exception {
        if (!(request instanceof EventRequest event)) {
            return chain.next(request);
        }
        var envelope = json.readTree(event.getRequestBodyAsString());
        try {
            take(envelope);
            return Response.ok();
        } catch (RuntimeException failed) {
            log.error(
                    "Event {} of type {} failed", envelope.path("event_id").asString(""), event.getEventType(), failed);
            return Response.error(503);
        }
    }

    private void take(JsonNode envelope) {
        var mention = mentions.read(envelope, contentKey(envelope));
        if (mention.isPresent()) {
            desk.ask(mention.get(), reply -> answer(mention.get(), reply));
        } else {
            transaction.executeWithoutResult(_ -> hear(envelope));
        }
    }

    private void hear(JsonNode envelope) {
        if (isNew(envelope)) {
            reader.read(envelope, envelope.path("event")).forEach(events::publishEvent);
        }
    }

    private boolean isNew(JsonNode envelope) {
        var now = clock.instant();
        var byId = "event:" + envelope.path("event_id").asString("");
        var byContent = contentKey(envelope);
        return seen.isNew(byId, now) && (byContent.endsWith(":") || seen.isNew(byContent, now));
    }

    /** The same event may come under another id, so what it says of itself is a key as well. */
    private static String contentKey(JsonNode envelope) {
        var event = envelope.path("event");
        return "event:%s:%s:%s:%s:%s:%s"
                .formatted(
                        envelope.path("team_id").asString(""),
                        event.path("channel")
                                .asString(event.path("item").path("channel").asString("")),
                        event.path("user").asString(""),
                        event.path("type").asString(""),
                        event.path("subtype").asString(""),
                        event.path("event_ts").asString(event.path("ts").asString("")));
    }

    private void answer(Request request, Reply reply) {
        switch (reply) {
            case Reply.Said said -> workspace.answer(request.channel(), request.thread(), text(said));
            case Reply.Mistakes(var mistakes) ->
                workspace.answer(request.channel(), request.thread(), String.join("\n", mistakes.values()));
            case Reply.Form _ ->
                workspace.answer(
                        request.channel(), request.thread(), "That needs a form; please use `/incident` instead.");
            case Reply.Nothing() -> {}
        }
    }

    /** In a thread there is nothing but text, so what stands in blocks is written out. */
    private static String text(Reply.Said said) {
        return Stream.concat(Stream.of(said.text()), said.blocks().stream().flatMap(EventDoor::texts))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(LayoutBlock block) {
        return switch (block) {
            case SectionBlock section
            when section.getText() != null -> Stream.of(section.getText().getText());
            case SectionBlock section ->
                section.getFields().stream().map(field -> field.getText().replaceFirst("\n", " "));
            case ContextBlock context ->
                context.getElements().stream()
                        .filter(MarkdownTextObject.class::isInstance)
                        .map(it -> ((MarkdownTextObject) it).getText());
            default -> Stream.empty();
        };
    }
}
