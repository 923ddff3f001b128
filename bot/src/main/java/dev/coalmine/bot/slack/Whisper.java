package dev.coalmine.bot.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.interactive_components.ActionResponseSender;
import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Answers one person after the acknowledgement has gone out. Goes past the outbox, since the answer is worth nothing
 * later; if it does not get through, the person is told in a direct message instead.
 */
@Component
public class Whisper {

    private static final Logger log = LoggerFactory.getLogger(Whisper.class);

    private final ActionResponseSender sender;
    private final Workspace workspace;
    private final TransactionTemplate transaction;

    Whisper(Slack slack, Workspace workspace, TransactionTemplate transaction) {
        this.sender = new ActionResponseSender(slack);
        this.workspace = workspace;
        this.transaction = transaction;
    }

    /** @param responseUrl Slack gives none for buttons on the Home tab */
    public void say(String person, @Nullable String responseUrl, String text) {
        say(person, responseUrl, new Reply.Said(text, List.of()));
    }

    public void say(String person, @Nullable String responseUrl, Reply.Said said) {
        Thread.startVirtualThread(() -> {
            if (responseUrl == null || !sent(responseUrl, said)) {
                transaction.executeWithoutResult(_ -> workspace.tell(person, said.text()));
            }
        });
    }

    private boolean sent(String responseUrl, Reply.Said said) {
        var answer = ActionResponse.builder()
                .responseType("ephemeral")
                .replaceOriginal(false)
                .text(said.text())
                .blocks(said.blocks().isEmpty() ? null : said.blocks())
                .build();
        try {
            return sender.send(responseUrl, answer).getCode() == 200;
        } catch (IOException e) {
            log.warn(
                    "An answer did not get through by its response URL: {}",
                    e.getClass().getSimpleName());
            return false;
        }
    }
}
