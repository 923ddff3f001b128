package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has people act as if a hypothesis were so. */
@Component
class AcceptHypothesis extends FormWord {

    private static final String WHY = "why";
    private static final String WRONG_IF = "wrong-if";
    private static final String IN = "in";
    private static final List<OptionObject> MINUTES = Stream.of("5m", "10m", "15m", "30m", "60m")
            .map(it -> Blocks.option(it, it))
            .toList();

    private final Ledger ledger;
    private final Deciding deciding;
    private final HypothesisSettings settings;

    AcceptHypothesis(
            Concerning concerning, Incidents incidents, Ledger ledger, Deciding deciding, HypothesisSettings settings) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.deciding = deciding;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "accept";
    }

    @Override
    public String usage() {
        return "accept H1 \"<why we act on it>\" wrong-if \"<what we would see in that time>\" [in 15m]";
    }

    @Override
    public String does() {
        return "decides to act on one, and asks after a while whether what would contradict it was seen.";
    }

    @Override
    String verb() {
        return "Accept for action";
    }

    @Override
    String missing() {
        return "Name the hypothesis, say why you act on it, and `wrong-if \"…\"` what you would see if it is wrong.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.number(Line.Kind.HYPOTHESIS).isPresent()
                && said.quotedAfter(WRONG_IF).isPresent()
                && why(said).isPresent();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var inquiry = ledger.of(incident);
        var chosen = said.number(Line.Kind.HYPOTHESIS);
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS, "Which hypothesis do you act on?", inquiry.live(), chosen.orElse(null)),
                Blocks.prefilled(WHY, "Why?", why(said).orElse(null), false),
                Blocks.prefilled(
                        WRONG_IF,
                        "What would we see in the next minutes if it is wrong?",
                        chosen.flatMap(inquiry::hypothesis)
                                .flatMap(Hypothesis::wrongIf)
                                .map(Markup::plain)
                                .orElse(null),
                        false),
                Blocks.choice(IN, "When shall we ask whether that was seen?", "in 15 min", MINUTES));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return accept(
                incident,
                said.number(Line.Kind.HYPOTHESIS).orElseThrow(),
                why(said).orElseThrow(),
                said.quotedAfter(WRONG_IF).orElseThrow(),
                said.in().orElse(settings.askAgainAfter()),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var hypothesis = Fields.number(form, Fields.HYPOTHESIS);
        if (hypothesis.isEmpty()) {
            return mistake(Fields.HYPOTHESIS, "Choose one.");
        }
        var wrongIf = form.markup(WRONG_IF);
        if (wrongIf.isEmpty()) {
            return mistake(WRONG_IF, "Say what we would see if it is wrong; nothing else would tell us.");
        }
        return accept(
                incident,
                hypothesis.get(),
                form.markup(WHY).orElse("nobody said why"),
                wrongIf.get(),
                form.value(IN).flatMap(Spans::read).orElse(settings.askAgainAfter()),
                form.person());
    }

    /** What is quoted, but not as what would be seen. */
    private static Optional<String> why(Line said) {
        return said.without(WRONG_IF).said();
    }

    private Reply accept(Incident incident, int hypothesis, String why, String wrongIf, Duration in, String person) {
        deciding.accept(incident.number(), hypothesis, why, wrongIf, in, person);
        return Reply.line("You act on H%d. That proves nothing; in %s you are asked whether this was seen: %s"
                .formatted(hypothesis, Spans.words(in), wrongIf));
    }
}
