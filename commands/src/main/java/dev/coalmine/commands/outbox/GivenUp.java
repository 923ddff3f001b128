package dev.coalmine.commands.outbox;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.workspace.Blocks;
import java.util.List;

/** How what was given up is shown in Slack. */
final class GivenUp {

    private GivenUp() {}

    static String count(long dead) {
        return dead == 0 ? "Nothing was given up." : "*Given up: %d*".formatted(dead);
    }

    /** What it is, why it was given up and what to do, with buttons. */
    static List<LayoutBlock> blocks(DeadLetter letter, boolean mayKnow) {
        return List.of(
                Blocks.section(line(letter, mayKnow)),
                Blocks.actions(
                        "given-up-" + letter.id(),
                        List.of(
                                Blocks.button("Send again", "outbox again " + letter.id()),
                                Blocks.button("Drop", "outbox drop " + letter.id()))));
    }

    private static String line(DeadLetter letter, boolean mayKnow) {
        return "`%d` %s%s%s, given up %s: %s.\nTo do: %s."
                .formatted(
                        letter.id(),
                        Shown.capital(letter.what()),
                        letter.joined() == 0 ? "" : " and %d more".formatted(letter.joined()),
                        incident(letter, mayKnow),
                        Shown.time(letter.at()),
                        letter.cause().words(),
                        letter.cause().mend());
    }

    private static String incident(DeadLetter letter, boolean mayKnow) {
        if (letter.restricted() && !mayKnow) {
            return " of a private incident";
        }
        return letter.incident().map(" of incident %d"::formatted).orElse("");
    }
}
