package dev.coalmine.bot.slack.errands;

import dev.coalmine.commands.workspace.Digest;
import dev.coalmine.storage.outbox.Delivery;
import java.util.ArrayList;
import java.util.List;

/** What a delivery that others were joined to says. */
final class Digests {

    private Digests() {}

    static String of(Delivery delivery, String first, List<Digest.Line> others, String rest) {
        var lines = new ArrayList<Digest.Line>();
        lines.add(new Digest.Line(first, delivery.created(), delivery.urgency()));
        lines.addAll(others);
        return Digest.of(lines, delivery.joined().count() + 1, rest);
    }
}
