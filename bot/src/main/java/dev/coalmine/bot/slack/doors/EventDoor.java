package dev.coalmine.bot.slack.doors;

import com.slack.api.bolt.App;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.response.Response;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.events.SeenEvents;
import java.time.Clock;
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
            transaction.executeWithoutResult(_ -> takeOnce(envelope));
            return Response.ok();
        } catch (RuntimeException failed) {
            log.error(
                    "Event {} of type {} failed", envelope.path("event_id").asString(""), event.getEventType(), failed);
            return Response.error(503);
        }
    }

    private void takeOnce(JsonNode envelope) {
        var event = envelope.path("event");
        if (!isNew(envelope, event)) {
            return;
        }
        reader.read(envelope, event).ifPresent(events::publishEvent);
        mentions.read(envelope, event).ifPresent(this::answer);
    }

    /** The same event may come under another id, so what it says of itself is a key as well. */
    private boolean isNew(JsonNode envelope, JsonNode event) {
        var now = clock.instant();
        var byId = "event:" + envelope.path("event_id").asString("");
        var byContent = "event:%s:%s:%s:%s:%s:%s"
                .formatted(
                        envelope.path("team_id").asString(""),
                        event.path("channel")
                                .asString(event.path("item").path("channel").asString("")),
                        event.path("user").asString(""),
                        event.path("type").asString(""),
                        event.path("subtype").asString(""),
                        event.path("event_ts").asString(event.path("ts").asString("")));
        return seen.isNew(byId, now) && (byContent.endsWith(":") || seen.isNew(byContent, now));
    }

    private void answer(Request request) {
        switch (desk.ask(request)) {
            case Reply.Said said -> workspace.answer(request.channel(), request.thread(), text(said));
            case Reply.Mistakes(var mistakes) ->
                workspace.answer(request.channel(), request.thread(), String.join("\n", mistakes.values()));
            case Reply.Form _ ->
                workspace.answer(
                        request.channel(), request.thread(), "That needs a form; please use `/incident` instead.");
            case Reply.Nothing() -> {}
        }
    }

    private static String text(Reply.Said said) {
        return said.text();
    }
}
