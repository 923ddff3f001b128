package dev.coalmine.commands.changes;

import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.changes.Change;
import dev.coalmine.storage.changes.Changes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes changes into the record, with services by the names that the catalog has for them. */
@Component
public class ChangeIntake {

    private final Changes changes;
    private final Catalog catalog;

    ChangeIntake(Changes changes, Catalog catalog) {
        this.changes = changes;
        this.catalog = catalog;
    }

    /** Called in the transaction that also moves the alert log's cursor, so each is kept once. */
    public void take(List<Change> heard) {
        if (!heard.isEmpty()) {
            changes.keep(heard.stream().map(this::named).toList());
        }
    }

    private Change named(Change change) {
        return change.service() == null ? change : change.of(catalog.properName(change.service()));
    }
}
