package dev.coalmine.bot.health;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.storage.replicas.Replicas;
import org.springframework.stereotype.Component;

/** How many processes share the work. */
@Component
class ReplicasCheck implements Check {

    private final Replicas replicas;

    ReplicasCheck(Replicas replicas) {
        this.replicas = replicas;
    }

    @Override
    public String name() {
        return "replicas";
    }

    @Override
    public Finding look() {
        return replicas.living() == 0
                ? new Finding.Trouble(
                        "this process could not write its sign of life, so it sends nothing to Slack",
                        "look at the database; it goes on by itself when that answers")
                : new Finding.Well("alive: %d".formatted(replicas.living()));
    }
}
