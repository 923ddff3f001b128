package dev.coalmine.commands.incidents;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.StageChanged;
import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.roles.RoleLeft;
import dev.coalmine.storage.roles.RoleTaken;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The question who takes command. It stays where it was asked, and shows whether it still is a question. */
@Component
public class CommanderQuestion {

    private final Assignments assignments;
    private final Posted posted;
    private final Workspace workspace;

    CommanderQuestion(Assignments assignments, Posted posted, Workspace workspace) {
        this.assignments = assignments;
        this.posted = posted;
        this.workspace = workspace;
    }

    /** The name under which it is remembered where the question stands. */
    public static String name(long incident, boolean again) {
        return "question:%d:%s".formatted(incident, again);
    }

    /** Whether anybody still has to be asked. */
    public boolean isOpen(Incident incident) {
        return incident.stage().open()
                && assignments.commander(incident.number()).isEmpty();
    }

    /** In words, or how it was answered. */
    public String words(Incident incident, boolean again) {
        return assignments
                .commander(incident.number())
                .map(commander -> Markup.person(commander) + " commands this incident.")
                .orElseGet(() -> question(incident, again));
    }

    private static String question(Incident incident, boolean again) {
        if (!incident.stage().open()) {
            return "Nobody commands this incident; it is %s."
                    .formatted(incident.stage().word());
        }
        return again
                ? "Still nobody commands this incident. One person has to decide; who takes it?"
                : "Nobody commands this incident yet. Who takes it?";
    }

    /** With a button for as long as it is open. */
    public List<LayoutBlock> draw(Incident incident, boolean again) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.section(words(incident, again)));
        if (isOpen(incident)) {
            var line = "#%d commander".formatted(incident.number());
            blocks.add(Blocks.actions("choices", List.of(Blocks.button("I take command", line, "primary"))));
        }
        return blocks;
    }

    @EventListener
    void taken(RoleTaken it) {
        redraw(it.incident());
    }

    @EventListener
    void left(RoleLeft it) {
        redraw(it.incident());
    }

    @EventListener
    void moved(StageChanged it) {
        redraw(it.incident());
    }

    private void redraw(long incident) {
        for (var again : List.of(false, true)) {
            if (posted.find(name(incident, again)).isPresent()) {
                workspace.askForCommander(incident, again);
            }
        }
    }
}
