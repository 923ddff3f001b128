package dev.coalmine.bot.slack.doors;

import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.response.Response;
import dev.coalmine.bot.slack.FormOpener;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import org.springframework.stereotype.Component;

/** {@code /incident} and {@code /inc}. The answer is part of the acknowledgement, so it costs no call. */
@Component
class SlashDoor implements Door {

    private final Desk desk;
    private final FormOpener forms;

    SlashDoor(Desk desk, FormOpener forms) {
        this.desk = desk;
        this.forms = forms;
    }

    @Override
    public void openOn(App app) {
        app.command("/incident", (request, context) -> answer(request.getPayload(), context));
        app.command("/inc", (request, context) -> answer(request.getPayload(), context));
    }

    private Response answer(SlashCommandPayload payload, SlashCommandContext context) {
        return switch (desk.ask(request(payload))) {
            case Reply.Said said -> context.ack(privately(said));
            case Reply.Form(var view) ->
                forms.open(payload.getTriggerId(), view).map(context::ack).orElseGet(context::ack);
            case Reply.Mistakes(var mistakes) -> context.ack(String.join("\n", mistakes.values()));
            case Reply.Nothing() -> context.ack();
        };
    }

    private static Request request(SlashCommandPayload payload) {
        var text = payload.getText() == null ? "" : payload.getText();
        return new Request(
                payload.getTriggerId() == null ? null : "trigger:" + payload.getTriggerId(),
                payload.getUserId(),
                payload.getChannelId(),
                null,
                null,
                text,
                Request.Door.SLASH);
    }

    private static SlashCommandResponse privately(Reply.Said said) {
        return SlashCommandResponse.builder()
                .responseType("ephemeral")
                .text(said.text())
                .blocks(said.blocks().isEmpty() ? null : said.blocks())
                .build();
    }
}
