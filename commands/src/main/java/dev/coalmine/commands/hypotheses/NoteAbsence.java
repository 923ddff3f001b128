package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes down that something was not seen. That counts against a hypothesis only if it would be there to see, and if
 * whoever looked could have seen it: absence of evidence is not evidence of absence.
 */
@Component
class NoteAbsence extends FormWord {

    private static final String WHAT = "what";
    private static final String EXPECTED = "expected";
    private static final String VISIBLE = "visible";

    private final Ledger ledger;
    private final Weighing weighing;

    NoteAbsence(Concerning concerning, Incidents incidents, Ledger ledger, Weighing weighing) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.weighing = weighing;
    }

    @Override
    public String word() {
        return "absence";
    }

    @Override
    public String usage() {
        return "absence \"<what is not seen>\" H1 expected <yes|no> visible <yes|no>";
    }

    @Override
    public String does() {
        return "writes down what is not seen: would we expect to see it if the hypothesis were true, and could this"
                + " instrument have shown it?";
    }

    @Override
    String verb() {
        return "Add absence";
    }

    @Override
    String missing() {
        return "Say in quotation marks what is not seen, for which hypothesis, and answer both questions.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.first(Line.Kind.QUOTATION).isPresent()
                && said.number(Line.Kind.HYPOTHESIS).isPresent()
                && answer(said.wordAfter(EXPECTED)).isPresent()
                && answer(said.wordAfter(VISIBLE)).isPresent();
    }

    private static Optional<Boolean> answer(Optional<String> word) {
        return word.filter(it -> it.equals("yes") || it.equals("no")).map("yes"::equals);
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        return List.of(
                Blocks.prefilled(
                        WHAT,
                        "What is not seen?",
                        said.first(Line.Kind.QUOTATION).orElse(null),
                        false),
                Fields.hypothesis(
                        Fields.HYPOTHESIS,
                        "For which hypothesis does that matter?",
                        ledger.of(incident).live(),
                        said.number(Line.Kind.HYPOTHESIS).orElse(null)),
                Fields.yesOrNo(EXPECTED, "Would we expect to see it if that were true?", "not sure"),
                Fields.yesOrNo(
                        VISIBLE, "Could this instrument have shown it: retention, sampling, host, time?", "not sure"));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return record(
                incident,
                said.first(Line.Kind.QUOTATION).orElseThrow(),
                said.number(Line.Kind.HYPOTHESIS).orElseThrow(),
                answer(said.wordAfter(EXPECTED)).orElseThrow(),
                answer(said.wordAfter(VISIBLE)).orElseThrow(),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var number = Fields.number(form, Fields.HYPOTHESIS);
        if (number.isEmpty()) {
            return mistake(Fields.HYPOTHESIS, "Choose one.");
        }
        return record(
                incident,
                form.markup(WHAT).orElse("something"),
                number.get(),
                answer(form.value(EXPECTED)).orElse(false),
                answer(form.value(VISIBLE)).orElse(false),
                form.person());
    }

    private Reply record(
            Incident incident, String what, int hypothesis, boolean expected, boolean visible, String person) {
        var counts = expected && visible;
        var words = "Not seen: %s (expected if H%d were true: %s; could have been seen: %s)"
                .formatted(what, hypothesis, yesOrNo(expected), yesOrNo(visible));
        var piece = weighing.record(
                incident.number(),
                new Weighing.Observed(
                        Evidence.Kind.ABSENCE,
                        words,
                        null,
                        person,
                        null,
                        Map.of(hypothesis, counts ? Says.AGAINST : Says.NOT_APPLICABLE)),
                person);
        return Reply.line(
                counts
                        ? "%s counts against H%d.".formatted(piece.name(), hypothesis)
                        : "%s does not count: the board says “not looked for, or not visible”."
                                .formatted(piece.name()));
    }

    private static String yesOrNo(boolean it) {
        return it ? "yes" : "no";
    }
}
