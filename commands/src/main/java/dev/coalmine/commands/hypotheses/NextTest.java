package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.hypotheses.inquiry.BestTest;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.workspace.Blocks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says which test would tell the two leading hypotheses apart. */
@Component
class NextTest implements Word {

    private final Concerning concerning;
    private final Ledger ledger;

    NextTest(Concerning concerning, Ledger ledger) {
        this.concerning = concerning;
        this.ledger = ledger;
    }

    @Override
    public String word() {
        return "next";
    }

    @Override
    public String usage() {
        return "next";
    }

    @Override
    public String does() {
        return "says which test would best tell the two leading hypotheses apart.";
    }

    @Override
    public Reply run(Request request) {
        var incident = concerning.read(request).number();
        var best = BestTest.of(ledger.of(incident));
        if (best.isEmpty()) {
            return Reply.line(("No test on record tells the two leading hypotheses apart. What would one of them let us"
                    + " see, and the other not? `/incident hyp predict \"…\" H1 yes H2 no`."));
        }
        var words = words(best.get());
        return Reply.blocks(
                words,
                List.of(
                        Blocks.section(words),
                        Blocks.actions(
                                "next-test",
                                List.of(Blocks.button("Give it to somebody", give(incident, best.get()))))));
    }

    static String words(BestTest best) {
        return "*%s* tells *%s* from *%s*: %s (%s)."
                .formatted(
                        best.test().name(),
                        best.first().name(),
                        best.second().name(),
                        best.test().words(),
                        best.reason());
    }

    static String give(long incident, BestTest best) {
        return "#%d hyp test %s".formatted(incident, best.test().name());
    }
}
