package dev.coalmine.bot.slack.doors;

import com.slack.api.bolt.App;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewClosedRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import dev.coalmine.bot.metrics.AckTimer;
import dev.coalmine.bot.metrics.LogContext;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What everybody crosses who comes in by one of Slack's doors: from here on the time counts, and the log says who. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Threshold implements Door {

    // What is read here goes into the log only, so it need not be certain: neither the id nor the channel's name.
    private static final Pattern EVENT_ID = Pattern.compile("\"event_id\"\\s*:\\s*\"(\\w+)\"");
    private static final Pattern INCIDENT_CHANNEL = Pattern.compile("inc-(\\d{1,18})(-.*)?");

    private final AckTimer timer;

    Threshold(AckTimer timer) {
        this.timer = timer;
    }

    @Override
    public void openOn(App app) {
        app.use((request, _, chain) -> cross(request, chain));
    }

    private Response cross(Request<?> request, MiddlewareChain chain) throws Exception {
        var visit = visit(request);
        try (var context = LogContext.of(visit.id())) {
            visit.incident().ifPresent(context::about);
            return timer.time(visit.door(), () -> chain.next(request), Response::getStatusCode);
        }
    }

    private static Visit visit(Request<?> request) {
        return switch (request) {
            case SlashCommandRequest slash ->
                new Visit("slash", slash.getPayload().getTriggerId())
                        .in(slash.getPayload().getChannelName());
            case EventRequest event -> new Visit("event", eventId(event.getRequestBodyAsString()));
            case BlockActionRequest button ->
                new Visit("button", button.getPayload().getTriggerId()).in(channel(button));
            case ViewSubmissionRequest form ->
                new Visit("form", form.getPayload().getTriggerId());
            case ViewClosedRequest form ->
                new Visit("form", form.getPayload().getView().getId());
            case GlobalShortcutRequest shortcut ->
                new Visit("shortcut", shortcut.getPayload().getTriggerId());
            case MessageShortcutRequest shortcut ->
                new Visit("shortcut", shortcut.getPayload().getTriggerId())
                        .in(shortcut.getPayload().getChannel().getName());
            default -> new Visit("other", null);
        };
    }

    private static @Nullable String channel(BlockActionRequest button) {
        var channel = button.getPayload().getChannel();
        return channel == null ? null : channel.getName();
    }

    private static String eventId(String body) {
        var found = EVENT_ID.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    /** Somebody who comes in. */
    private record Visit(String door, String id, Optional<String> incident) {

        Visit(String door, @Nullable String id) {
            this(door, Optional.ofNullable(id).orElse(""), Optional.empty());
        }

        Visit in(@Nullable String channel) {
            return new Visit(
                    door,
                    id,
                    Optional.ofNullable(channel)
                            .map(INCIDENT_CHANNEL::matcher)
                            .filter(name -> name.matches())
                            .map(name -> name.group(1)));
        }
    }
}
