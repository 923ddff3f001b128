package dev.coalmine.bot.health;

import dev.coalmine.bot.webhooks.AlertSource;
import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which alert sources may send. */
@Component
class HooksCheck implements Check {

    private final List<AlertSource> sources;

    HooksCheck(List<AlertSource> sources) {
        this.sources = sources;
    }

    @Override
    public String name() {
        return "alert sources";
    }

    @Override
    public Finding look() {
        var open = sources.stream()
                .filter(AlertSource::configured)
                .map(AlertSource::name)
                .toList();
        return open.isEmpty()
                ? new Finding.Notice(
                        "none may send, so no page opens an incident",
                        "set a secret, for example " + sources.getFirst().setting())
                : new Finding.Well("open to " + String.join(", ", open));
    }
}
