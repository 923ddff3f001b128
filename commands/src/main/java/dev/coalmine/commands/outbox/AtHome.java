package dev.coalmine.commands.outbox;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.HomeSection;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.outbox.Outbox;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What was given up, at the top of an operator's Home tab. */
@Component
class AtHome implements HomeSection {

    private static final int SHOWN = 3;

    private final Operators operators;
    private final DeadLetters letters;
    private final Outbox outbox;

    AtHome(Operators operators, DeadLetters letters, Outbox outbox) {
        this.operators = operators;
        this.letters = letters;
        this.outbox = outbox;
    }

    @Override
    public List<LayoutBlock> draw(String person) {
        if (!operators.include(person)) {
            return List.of();
        }
        var dead = letters.latest(SHOWN);
        return dead.isEmpty() ? List.of() : drawn(dead, outbox.backlog().dead());
    }

    private static List<LayoutBlock> drawn(List<DeadLetter> dead, long all) {
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.section(":warning: *Could not be delivered to Slack: %d*".formatted(all)));
        dead.forEach(letter -> blocks.addAll(GivenUp.blocks(letter, true)));
        if (all > 1) {
            blocks.add(Blocks.actions(
                    "given-up",
                    List.of(
                            Blocks.button("Send all again", "outbox again all"),
                            Blocks.button("Show more", "outbox"))));
        }
        blocks.add(Blocks.divider());
        return blocks;
    }
}
