package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTest.Outcome;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a test has shown. */
@Component
class GiveResult extends FormWord {

    private static final String OUTCOME = "outcome";
    private static final String FOUND = "found";
    private static final List<String> SEEN = List.of("seen", "yes", "as-predicted", "confirmed", "passed", "survived");
    private static final List<String> NOT_SEEN =
            List.of("not", "no", "not-seen", "unseen", "contradicts", "failed", "against");
    private static final List<String> UNCLEAR = List.of("unclear", "inconclusive", "unknown");

    private final Ledger ledger;
    private final Testing testing;
    private final Weighing weighing;

    GiveResult(Concerning concerning, Incidents incidents, Ledger ledger, Testing testing, Weighing weighing) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.testing = testing;
        this.weighing = weighing;
    }

    @Override
    public String word() {
        return "result";
    }

    @Override
    public String usage() {
        return "result <H2|T3> <seen|not seen|unclear> [what was found]";
    }

    @Override
    public String does() {
        return "says what a test has shown; it counts for and against whatever predicted something.";
    }

    @Override
    String verb() {
        return "Give the result";
    }

    @Override
    String missing() {
        return "Name the test or its hypothesis, and say whether it was seen: `seen`, `not seen` or `unclear`.";
    }

    @Override
    boolean isEnough(Line said) {
        return (said.number(Line.Kind.TEST).isPresent()
                        || said.number(Line.Kind.HYPOTHESIS).isPresent())
                && outcome(said).isPresent();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var tests = ledger.of(incident).tests().stream()
                .filter(HypothesisTest::open)
                .toList();
        return List.of(
                Fields.test("Which test?", tests, chosen(incident, said)),
                Fields.constants(
                        OUTCOME,
                        "Was it seen?",
                        "choose one",
                        List.of(Outcome.values()),
                        it -> Shown.capital(it.label())),
                Blocks.input(FOUND, "What was found?", null, true, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var test = said.number(Line.Kind.TEST)
                .map(it -> ledger.test(incident.number(), it))
                .orElseGet(() ->
                        running(incident, said.number(Line.Kind.HYPOTHESIS).orElseThrow()));
        return finish(incident, test, outcome(said).orElseThrow(), found(said), request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var number = Fields.number(form, Fields.TEST);
        var outcome = form.choice(OUTCOME, Outcome.class);
        if (number.isEmpty()) {
            return mistake(Fields.TEST, "Choose one.");
        }
        if (outcome.isEmpty()) {
            return mistake(OUTCOME, "Choose one; “unclear” is an answer, too.");
        }
        return finish(
                incident,
                ledger.test(incident.number(), number.get()),
                outcome.get(),
                form.markup(FOUND).orElse(""),
                form.person());
    }

    /** The first word that says it; {@code not seen} begins with “not”. */
    private static Optional<Outcome> outcome(Line said) {
        return said.all(Line.Kind.WORD).stream()
                .limit(2)
                .map(it -> it.toLowerCase(Locale.ROOT).replaceAll("[,;:.]+$", ""))
                .flatMap(GiveResult::outcomeOf)
                .findFirst();
    }

    private static Stream<Outcome> outcomeOf(String word) {
        if (SEEN.contains(word)) {
            return Stream.of(Outcome.SEEN);
        }
        if (NOT_SEEN.contains(word)) {
            return Stream.of(Outcome.NOT_SEEN);
        }
        return UNCLEAR.contains(word) ? Stream.of(Outcome.UNCLEAR) : Stream.empty();
    }

    private static String found(Line said) {
        return said.first(Line.Kind.QUOTATION)
                .orElseGet(() -> said.words().orElse("").replaceFirst("(?i)^(not seen|[\\w-]+)[,;:.]*\\s*", ""));
    }

    private @Nullable Integer chosen(long incident, Line said) {
        return said.number(Line.Kind.TEST)
                .or(() -> said.number(Line.Kind.HYPOTHESIS)
                        .flatMap(it -> ledger.of(incident).next(it).map(HypothesisTest::number)))
                .orElse(null);
    }

    private HypothesisTest running(Incident incident, int hypothesis) {
        var named = ledger.hypothesis(incident.number(), hypothesis);
        return ledger.of(incident.number())
                .next(hypothesis)
                .map(it -> ledger.test(incident.number(), it.number()))
                .orElseThrow(() -> new Refused(("Nobody is testing %s. What was seen anyway is evidence:"
                                + " `/incident hyp evidence \"…\" against %s`.")
                        .formatted(named.name(), named.name())));
    }

    private Reply finish(Incident incident, HypothesisTest test, Outcome outcome, String found, String person) {
        var piece = testing.finish(incident, test, outcome, found, person);
        return Reply.line("%s is %s, as %s: %s. %s"
                .formatted(
                        test.name(),
                        outcome.label(),
                        piece.name(),
                        meaning(piece),
                        weighing.worth(incident.number(), piece)));
    }

    private static String meaning(Evidence piece) {
        return piece.ratings().stream()
                .map(it -> "%s H%d".formatted(it.says().label(), it.hypothesis()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
