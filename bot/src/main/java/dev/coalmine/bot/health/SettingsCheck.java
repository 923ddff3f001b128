package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.storage.rules.Markup;
import org.springframework.stereotype.Component;

/** Whether everything that was set is known. */
@Component
class SettingsCheck implements Check {

    private final UnknownSettings unknown;

    SettingsCheck(UnknownSettings unknown) {
        this.unknown = unknown;
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Finding look() {
        var found = unknown.found();
        return found.isEmpty()
                ? new Finding.Well("all are known")
                : new Finding.Notice(
                        "not known, and ignored: " + Markup.escape(String.join(", ", found)),
                        "correct the names in `coalmine.yaml` or the environment; docs/configuration.md lists all");
    }
}
