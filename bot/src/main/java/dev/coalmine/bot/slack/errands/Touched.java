package dev.coalmine.bot.slack.errands;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.outbox.Posted;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Notices that somebody deleted a message that is edited in place, so that the next drawing does not trust it. */
@Component
class Touched {

    private final Posted posted;

    Touched(Posted posted) {
        this.posted = posted;
    }

    @EventListener
    void deleted(Heard.Deleted message) {
        posted.touched(new Posted.Place(message.channel(), message.ts()));
    }
}
