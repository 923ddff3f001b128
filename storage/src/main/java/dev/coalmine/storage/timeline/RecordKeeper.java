package dev.coalmine.storage.timeline;

import dev.coalmine.storage.rules.Happening;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down everything that happens, in the transaction in which it does. */
@Component
class RecordKeeper {

    private final Timeline timeline;

    RecordKeeper(Timeline timeline) {
        this.timeline = timeline;
    }

    @EventListener
    void keep(Happening it) {
        timeline.append(new Draft(it.incident(), it.at(), it.kind(), it.person(), it.words()).linkedTo(it.link()));
    }
}
