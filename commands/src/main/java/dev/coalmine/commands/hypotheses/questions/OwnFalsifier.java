package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.roles.RoleTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever is to prove their own idea wrong that somebody else would do it better. */
@Component
class OwnFalsifier {

    private final Ledger ledger;
    private final Workspace workspace;

    OwnFalsifier(Ledger ledger, Workspace workspace) {
        this.ledger = ledger;
        this.workspace = workspace;
    }

    @EventListener
    void taken(RoleTaken it) {
        if (it.role().equals("falsifier")) {
            ledger.of(it.incident())
                    .leading()
                    .filter(leading ->
                            leading.author().filter(it.holder()::equals).isPresent())
                    .ifPresent(leading -> workspace.tell(
                            it.holder(),
                            ("*%s* of incident %d is your own idea. Whoever did not have it looks harder for what"
                                            + " proves it wrong; ask somebody else.")
                                    .formatted(leading.name(), it.incident()),
                            new Errand.Choice("Leave it to others", "#%d leave".formatted(it.incident()))));
        }
    }
}
