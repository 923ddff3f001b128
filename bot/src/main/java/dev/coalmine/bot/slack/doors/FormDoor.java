package dev.coalmine.bot.slack.doors;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewTitle;
import dev.coalmine.commands.language.Desk;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.commands.workspace.limits.Fitting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Forms that people send in. What there is to say is said in the form itself. */
@Component
class FormDoor implements Door {

    private final Desk desk;

    FormDoor(Desk desk) {
        this.desk = desk;
    }

    @Override
    public void openOn(App app) {
        app.viewSubmission(Pattern.compile(".*"), (request, context) -> take(request.getPayload(), context));
        app.viewClosed(Pattern.compile(".*"), (_, context) -> context.ack());
    }

    private Response take(ViewSubmissionPayload payload, ViewSubmissionContext context) {
        var view = payload.getView();
        var name = view.getCallbackId().replaceFirst("^" + Forms.PREFIX, "");
        var key = "view:%s:%s".formatted(view.getId(), view.getHash());
        var about = Optional.ofNullable(view.getPrivateMetadata()).orElse("");
        var submission = new Submission(key, payload.getUser().getId(), about, values(view));
        return switch (desk.submit(name, submission)) {
            case Reply.Said said -> context.ackWithUpdate(answer(view, said));
            case Reply.Form(var next) -> context.ackWithUpdate(next);
            case Reply.Mistakes(var mistakes) -> context.ackWithErrors(mistakes);
            case Reply.Nothing() -> context.ack();
        };
    }

    private static View answer(View view, Reply.Said said) {
        return Fitting.view(View.builder()
                .type("modal")
                .callbackId("answer")
                .title(ViewTitle.builder()
                        .type("plain_text")
                        .text(view.getTitle().getText())
                        .build())
                .close(ViewClose.builder().type("plain_text").text("Close").build())
                .blocks(said.blocks().isEmpty() ? List.of(Blocks.section(said.text())) : said.blocks())
                .build());
    }

    private static Map<String, String> values(View view) {
        var values = new HashMap<String, String>();
        if (view.getState() != null && view.getState().getValues() != null) {
            view.getState().getValues().forEach((block, byAction) -> byAction.values().stream()
                    .findFirst()
                    .flatMap(FormDoor::value)
                    .ifPresent(value -> values.put(block, value)));
        }
        return values;
    }

    private static Optional<String> value(ViewState.Value value) {
        return Optional.ofNullable(value.getValue())
                .or(() -> Optional.ofNullable(value.getSelectedOption()).map(ViewState.SelectedOption::getValue))
                .or(() -> Optional.ofNullable(value.getSelectedUser()))
                .or(() -> Optional.ofNullable(value.getSelectedConversation()))
                .or(() -> Optional.ofNullable(value.getSelectedChannel()));
    }
}
