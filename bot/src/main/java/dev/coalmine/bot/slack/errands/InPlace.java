package dev.coalmine.bot.slack.errands;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.bot.slack.Messages;
import dev.coalmine.bot.slack.Undelivered;
import dev.coalmine.storage.outbox.Delivery;
import dev.coalmine.storage.outbox.Posted;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Messages that are posted once and edited from then on. What shows the same already is left alone. */
@Component
class InPlace {

    private static final Set<String> GONE = Set.of("message_not_found", "cant_update_message", "channel_not_found");

    private final Posted posted;
    private final Messages messages;

    InPlace(Posted posted, Messages messages) {
        this.posted = posted;
        this.messages = messages;
    }

    Shown show(String name, String channel, String text, List<LayoutBlock> blocks, Delivery delivery)
            throws Undelivered {
        var print = Fingerprint.of(text, blocks);
        var place = posted.find(name).filter(p -> p.channel().equals(channel));
        if (place.isPresent() && (posted.shows(name, print) || updated(name, place.get(), text, blocks, print))) {
            return new Shown(place.get().ts(), false);
        }
        var fresh = messages.post(delivery, channel, null, text, blocks);
        posted.keep(name, fresh);
        if (delivery.unsure()) {
            // Found rather than posted, it shows what was true at the first attempt.
            messages.update(fresh, text, blocks);
        }
        posted.shown(name, print);
        return new Shown(fresh.ts(), true);
    }

    private boolean updated(String name, Posted.Place place, String text, List<LayoutBlock> blocks, String print)
            throws Undelivered {
        posted.changing(name);
        try {
            messages.update(place, text, blocks);
            posted.shown(name, print);
            return true;
        } catch (Undelivered failed) {
            if (!GONE.contains(failed.code())) {
                throw failed;
            }
            posted.forget(name);
            return false;
        }
    }

    /** Where it stands, and whether it was posted just now. */
    record Shown(String ts, boolean isNew) {}
}
