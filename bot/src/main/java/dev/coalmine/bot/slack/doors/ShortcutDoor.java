package dev.coalmine.bot.slack.doors;

import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import dev.coalmine.bot.slack.FormOpener;
import dev.coalmine.bot.slack.Permalinks;
import dev.coalmine.bot.slack.Whisper;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Shortcut;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Slack's shortcut menus, the global one and those of messages. */
@Component
class ShortcutDoor implements Door {

    private final Desk desk;
    private final FormOpener forms;
    private final Whisper whisper;
    private final Permalinks permalinks;

    ShortcutDoor(Desk desk, FormOpener forms, Whisper whisper, Permalinks permalinks) {
        this.desk = desk;
        this.forms = forms;
        this.whisper = whisper;
        this.permalinks = permalinks;
    }

    @Override
    public void openOn(App app) {
        app.globalShortcut(Pattern.compile(".*"), (request, context) -> {
            var payload = request.getPayload();
            var use = new Shortcut.Use(
                    "trigger:" + payload.getTriggerId(), payload.getUser().getId(), null);
            show(payload.getUser().getId(), payload.getTriggerId(), null, desk.use(payload.getCallbackId(), use));
            return context.ack();
        });
        app.messageShortcut(Pattern.compile(".*"), (request, context) -> {
            var payload = request.getPayload();
            var use = new Shortcut.Use(
                    "trigger:" + payload.getTriggerId(), payload.getUser().getId(), message(payload));
            show(
                    payload.getUser().getId(),
                    payload.getTriggerId(),
                    payload.getResponseUrl(),
                    desk.use(payload.getCallbackId(), use));
            return context.ack();
        });
    }

    private Shortcut.Message message(MessageShortcutPayload payload) {
        var message = payload.getMessage();
        var channel = payload.getChannel().getId();
        var author = message.getUser() == null ? message.getBotId() : message.getUser();
        var text = message.getText() == null ? "" : message.getText();
        return new Shortcut.Message(
                channel,
                message.getTs(),
                author,
                text,
                permalinks.of(payload.getTeam().getDomain(), channel, message.getTs(), message.getThreadTs()));
    }

    private void show(String person, String trigger, @Nullable String responseUrl, Reply reply) {
        switch (reply) {
            case Reply.Said said -> whisper.say(person, responseUrl, said);
            case Reply.Form(var view) ->
                forms.open(trigger, view).ifPresent(trouble -> whisper.say(person, responseUrl, trouble));
            case Reply.Mistakes(var mistakes) -> whisper.say(person, responseUrl, String.join("\n", mistakes.values()));
            case Reply.Nothing() -> {}
        }
    }
}
