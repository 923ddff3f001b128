package dev.coalmine.bot.slack;

import com.slack.api.model.view.View;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Opens forms at once: a trigger lives three seconds, so there is no queue, no waiting for rates and no second try. */
@Component
public class FormOpener {

    private final SlackCalls slack;

    FormOpener(SlackCalls slack) {
        this.slack = slack;
    }

    /** @return what to tell the person when it did not open; empty when it did */
    public Optional<String> open(String trigger, View view) {
        try {
            slack.now(
                    "views.open", api -> api.viewsOpen(r -> r.triggerId(trigger).view(view)));
            return Optional.empty();
        } catch (Undelivered failed) {
            return Optional.of("Slack did not open the form (%s). Type it instead; `/incident help` shows how."
                    .formatted(failed.code()));
        }
    }
}
