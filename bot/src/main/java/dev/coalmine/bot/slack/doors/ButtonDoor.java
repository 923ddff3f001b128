package dev.coalmine.bot.slack.doors;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import dev.coalmine.bot.slack.FormOpener;
import dev.coalmine.bot.slack.Whisper;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Buttons and menus: each carries a line of {@code /incident} that it says for whoever uses it. Stands before Bolt's
 * own dispatch, which answers 404 when a payload holds two actions.
 */
@Component
class ButtonDoor implements Door {

    private final Desk desk;
    private final FormOpener forms;
    private final Whisper whisper;

    ButtonDoor(Desk desk, FormOpener forms, Whisper whisper) {
        this.desk = desk;
        this.forms = forms;
        this.whisper = whisper;
    }

    @Override
    public void openOn(App app) {
        app.use(this::take);
    }

    private Response take(com.slack.api.bolt.request.Request<?> request, Response response, MiddlewareChain chain)
            throws Exception {
        if (!(request instanceof BlockActionRequest pressed)) {
            return chain.next(request);
        }
        var payload = pressed.getPayload();
        payload.getActions().forEach(action -> take(payload, action));
        return Response.ok();
    }

    private void take(BlockActionPayload payload, BlockActionPayload.Action action) {
        line(action).ifPresent(line -> show(payload, desk.ask(request(payload, action, line))));
    }

    /** A menu inside a form only fills the form in. */
    private static Optional<String> line(BlockActionPayload.Action action) {
        var id = action.getActionId() == null ? "" : action.getActionId();
        if (id.startsWith("say:")) {
            return Optional.ofNullable(action.getValue());
        }
        return id.startsWith("choose:") && action.getSelectedOption() != null
                ? Optional.ofNullable(action.getSelectedOption().getValue())
                : Optional.empty();
    }

    private static Request request(BlockActionPayload payload, BlockActionPayload.Action action, String line) {
        return new Request(
                "trigger:%s:%s".formatted(payload.getTriggerId(), action.getActionId()),
                payload.getUser().getId(),
                channel(payload),
                null,
                null,
                line,
                Request.Door.BUTTON);
    }

    private static String channel(BlockActionPayload payload) {
        return payload.getChannel() == null ? "" : payload.getChannel().getId();
    }

    private void show(BlockActionPayload payload, Reply reply) {
        switch (reply) {
            case Reply.Said said -> whisper.say(payload.getUser().getId(), responseUrl(payload), said);
            case Reply.Form(var view) ->
                forms.open(payload.getTriggerId(), view)
                        .ifPresent(trouble -> whisper.say(payload.getUser().getId(), responseUrl(payload), trouble));
            case Reply.Mistakes(var mistakes) ->
                whisper.say(payload.getUser().getId(), responseUrl(payload), String.join("\n", mistakes.values()));
            case Reply.Nothing() -> {}
        }
    }

    private static @Nullable String responseUrl(BlockActionPayload payload) {
        return payload.getResponseUrl();
    }
}
