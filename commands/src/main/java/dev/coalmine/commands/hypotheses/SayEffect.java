package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Says;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says whether a mitigation had the effect that a hypothesis predicted. */
@Component
class SayEffect implements Word {

    private final Concerning concerning;
    private final Ledger ledger;
    private final Weighing weighing;

    SayEffect(Concerning concerning, Ledger ledger, Weighing weighing) {
        this.concerning = concerning;
        this.ledger = ledger;
        this.weighing = weighing;
    }

    @Override
    public String word() {
        return "effect";
    }

    @Override
    public String usage() {
        return "effect H1 <as-predicted|otherwise|not> [what was seen]";
    }

    @Override
    public String does() {
        return "says whether the symptom stopped when a hypothesis said that it would.";
    }

    @Override
    public Reply run(Request request) {
        var said = Line.read(request.words());
        var hypothesis = said.number(Line.Kind.HYPOTHESIS).orElseThrow(() -> misused("Name the hypothesis."));
        var word = said.all(Line.Kind.WORD).stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
        var says =
                switch (word) {
                    case "as-predicted", "yes" -> Says.FOR;
                    case "otherwise" -> Says.NEUTRAL;
                    case "not", "no" -> Says.AGAINST;
                    default -> throw misused("Say `as-predicted`, `otherwise` or `not`.");
                };
        var incident = concerning.change(request).number();
        ledger.hypothesis(incident, hypothesis);
        var words =
                words(says) + said.first(Line.Kind.QUOTATION).map(" "::concat).orElse("");
        var piece = weighing.record(
                incident,
                new Weighing.Observed(
                        Evidence.Kind.EFFECT, words, null, request.person(), null, Map.of(hypothesis, says)),
                request.person());
        return Reply.line("Noted as %s. Recovery alone is weak evidence: what else did the mitigation change?"
                .formatted(piece.name()));
    }

    private static String words(Says says) {
        return switch (says) {
            case FOR -> "After the mitigation the symptom stopped as predicted.";
            case AGAINST, STRONGLY_AGAINST -> "After the mitigation the symptom did not stop as predicted.";
            case NEUTRAL, NOT_APPLICABLE -> "After the mitigation the symptom stopped, but not as predicted.";
        };
    }
}
