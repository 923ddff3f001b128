package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds who runs an errand, and has it run. */
@Component
class Errands {

    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private final Map<String, Runner<?>> runners;
    private final JsonMapper json;
    private final LostChannels lost;

    Errands(List<Runner<?>> runners, JsonMapper json, LostChannels lost) {
        this.runners = runners.stream().collect(Collectors.toMap(r -> r.errand().getSimpleName(), Function.identity()));
        this.json = json;
        this.lost = lost;
    }

    Outcome run(Delivery delivery) {
        var runner = runners.get(delivery.kind());
        if (runner == null) {
            return new Outcome.Dead("this version does not know errands of kind " + delivery.kind());
        }
        return run(runner, delivery);
    }

    private <E extends Errand> Outcome run(Runner<E> runner, Delivery delivery) {
        try {
            return attempt(runner, json.readValue(delivery.body(), runner.errand()), delivery);
        } catch (RuntimeException bug) {
            log.error("Errand {} ({}) failed", delivery.id(), delivery.kind(), bug);
            return new Outcome.Unsure("failed: " + bug.getClass().getSimpleName());
        }
    }

    private <E extends Errand> Outcome attempt(Runner<E> runner, E errand, Delivery delivery) {
        try {
            return runner.run(errand, delivery);
        } catch (Undelivered undelivered) {
            return lost.outcome(errand, undelivered);
        }
    }
}
