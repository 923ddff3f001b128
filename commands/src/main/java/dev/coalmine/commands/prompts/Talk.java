package dev.coalmine.commands.prompts;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.prompts.Prompts;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears how busily people talk in an incident's channel; what they say does not matter here. */
@Component
class Talk {

    private final Incidents incidents;
    private final Prompts prompts;
    private final Clock clock;

    Talk(Incidents incidents, Prompts prompts, Clock clock) {
        this.incidents = incidents;
        this.prompts = prompts;
        this.clock = clock;
    }

    @EventListener
    void said(Heard.Said something) {
        incidents
                .findByChannel(something.channel())
                .filter(it -> it.stage().open())
                .ifPresent(it -> prompts.heard(it.number(), clock.instant()));
    }
}
