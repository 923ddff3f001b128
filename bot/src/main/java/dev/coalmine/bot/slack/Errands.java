package dev.coalmine.bot.slack;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.outbox.Delivery;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    Errands(List<Runner<?>> runners, JsonMapper json) {
        this.runners = runners.stream().collect(Collectors.toMap(r -> r.errand().getSimpleName(), Function.identity()));
        this.json = json;
    }

    Outcome run(Delivery delivery) {
        var runner = runners.get(delivery.kind());
        if (runner == null) {
            return new Outcome.Dead("this version does not know errands of kind " + delivery.kind());
        }
        return run(runner, delivery);
    }

    /** The call that an errand of this kind begins with, if its rate is to be asked beforehand. */
    @Nullable
    String firstCall(String kind) {
        var runner = runners.get(kind);
        return runner == null ? null : runner.firstCall();
    }

    private <E extends Errand> List<Runner.Joined<E>> joined(Runner<E> runner, Delivery delivery) {
        return delivery.joined().parts().stream()
                .map(part -> new Runner.Joined<>(
                        json.readValue(part.body(), runner.errand()), part.created(), part.priority()))
                .toList();
    }

    private <E extends Errand> Outcome run(Runner<E> runner, Delivery delivery) {
        try {
            var errand = json.readValue(delivery.body(), runner.errand());
            return delivery.joined().count() == 0
                    ? runner.run(errand, delivery)
                    : runner.runJoined(errand, joined(runner, delivery), delivery);
        } catch (Undelivered undelivered) {
            return undelivered.outcome();
        } catch (RuntimeException bug) {
            log.error("Errand {} ({}) failed", delivery.id(), delivery.kind(), bug);
            return new Outcome.Unsure("failed: " + bug.getClass().getSimpleName());
        }
    }
}
