package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.hypotheses.inquiry.BestTest;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Expects;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTest.Risk;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says what hypotheses would have a test show, before anybody tries it. */
@Component
class AddPrediction extends FormWord {

    private static final String WHAT = "what";
    private static final String EXPECTS = "expects-";
    private static final String RISK = "risk";
    private static final String MINUTES = "minutes";
    private static final int MOST = 20;

    private final Ledger ledger;
    private final Testing testing;

    AddPrediction(Concerning concerning, Incidents incidents, Ledger ledger, Testing testing) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.testing = testing;
    }

    @Override
    public String word() {
        return "predict";
    }

    @Override
    public String usage() {
        return "predict \"<what could be tried, and seen>\" H1 [surely] yes H2 [surely] no"
                + " [read-only|reversible|risky] [5m], or predict T3 H2 no";
    }

    @Override
    public String does() {
        return "says what each hypothesis would have a test show, so that the best test can be found.";
    }

    @Override
    String verb() {
        return "Add prediction";
    }

    @Override
    String missing() {
        return "Say in quotation marks what could be seen, and of each hypothesis whether it would be: `H1 yes H2 no`.";
    }

    @Override
    boolean isEnough(Line said) {
        return (said.first(Line.Kind.QUOTATION).isPresent()
                        || said.number(Line.Kind.TEST).isPresent())
                && !expectations(said).isEmpty();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var fields = new ArrayList<LayoutBlock>();
        fields.add(Blocks.prefilled(
                WHAT,
                "What could be tried, and what would be seen?",
                said.first(Line.Kind.QUOTATION).orElse(null),
                false));
        ledger.of(incident).live().stream()
                .limit(MOST)
                .map(it -> Fields.constants(
                        EXPECTS + it.number(),
                        "Would %s let us see it? %s".formatted(it.name(), Believed.brief(Markup.plain(it.statement()))),
                        "it does not say",
                        List.of(Expects.values()),
                        Expects::label))
                .forEach(fields::add);
        fields.add(Fields.constants(
                RISK, "What may come of trying it?", "read-only", List.of(Risk.values()), Risk::label));
        fields.add(Blocks.input(MINUTES, "How many minutes does it take?", null, true, false));
        return fields;
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var number = said.number(Line.Kind.TEST);
        var test = number.isPresent()
                ? ledger.test(incident.number(), number.get())
                : testing.think(
                        incident.number(),
                        said.first(Line.Kind.QUOTATION).orElseThrow(),
                        risk(said),
                        said.span().map(it -> (int) it.toMinutes()).orElse(null));
        return predict(incident, test, expectations(said), request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var what = form.markup(WHAT);
        var expects = expectations(form);
        if (what.isEmpty()) {
            return mistake(WHAT, "Say what could be seen.");
        }
        if (expects.isEmpty()) {
            return mistake(WHAT, "Say of at least one hypothesis whether it would let us see that.");
        }
        var minutes = form.value(MINUTES).filter(it -> it.matches("\\d{1,4}")).map(Integer::valueOf);
        var test = testing.think(
                incident.number(),
                what.get(),
                form.choice(RISK, Risk.class).orElse(Risk.READ_ONLY),
                minutes.orElse(null));
        return predict(incident, test, expects, form.person());
    }

    private Reply predict(Incident incident, HypothesisTest test, Map<Integer, Expects> expects, String person) {
        testing.predict(incident.number(), test, expects, person);
        var best = BestTest.of(ledger.of(incident.number()));
        return Reply.line("%s is noted. %s"
                .formatted(
                        test.name(),
                        best.map(NextTest::words).orElse("No test tells the two leading hypotheses apart yet.")));
    }

    private static Risk risk(Line said) {
        return Stream.of(Risk.values())
                .filter(it -> said.has(it.label()))
                .findFirst()
                .orElse(Risk.READ_ONLY);
    }

    private static Map<Integer, Expects> expectations(Line said) {
        var expects = new LinkedHashMap<Integer, Expects>();
        var parts = said.parts();
        for (var n = 0; n + 1 < parts.size(); n++) {
            if (parts.get(n).kind() == Line.Kind.HYPOTHESIS) {
                var number = Integer.valueOf(parts.get(n).text());
                var sure = parts.get(n + 1).says("surely");
                var word = sure && n + 2 < parts.size() ? parts.get(n + 2) : parts.get(n + 1);
                expectation(word, sure).ifPresent(it -> expects.put(number, it));
            }
        }
        return expects;
    }

    private static Optional<Expects> expectation(Line.Part word, boolean sure) {
        return switch (word.text().toLowerCase(Locale.ROOT).replaceAll("[,;:.]+$", "")) {
            case "yes", "seen" -> Optional.of(sure ? Expects.SURELY : Expects.YES);
            case "no", "not" -> Optional.of(sure ? Expects.SURELY_NOT : Expects.NO);
            default -> Optional.empty();
        };
    }

    private static Map<Integer, Expects> expectations(Submission form) {
        var expects = new LinkedHashMap<Integer, Expects>();
        form.values().keySet().stream()
                .filter(it -> it.matches(EXPECTS + "\\d{1,6}"))
                .sorted()
                .forEach(it -> form.choice(it, Expects.class)
                        .ifPresent(what -> expects.put(Integer.valueOf(it.substring(EXPECTS.length())), what)));
        return expects;
    }
}
