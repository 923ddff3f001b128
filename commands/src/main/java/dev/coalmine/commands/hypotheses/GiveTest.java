package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.HypothesisTest.Risk;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.rules.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Has somebody test a hypothesis until a time. */
@Component
class GiveTest extends FormWord {

    private static final String WHAT = "what";
    private static final String WHO = "who";
    private static final String IN = "in";
    private static final List<OptionObject> MINUTES = Stream.of("5m", "10m", "15m", "30m", "60m")
            .map(it -> Blocks.option(it, it))
            .toList();

    private final Ledger ledger;
    private final Testing testing;
    private final People people;
    private final HypothesisSettings settings;

    GiveTest(
            Concerning concerning,
            Incidents incidents,
            Ledger ledger,
            Testing testing,
            People people,
            HypothesisSettings settings) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.testing = testing;
        this.people = people;
        this.settings = settings;
    }

    @Override
    public String word() {
        return "test";
    }

    @Override
    public List<String> aliases() {
        return List.of("give");
    }

    @Override
    public String usage() {
        return "test H2 @who \"<what to do, and what we would see>\" [in 10m], or test H2 @who T3 [in 10m]";
    }

    @Override
    public String does() {
        return "asks somebody to test a hypothesis until a time; they are asked for the result.";
    }

    @Override
    String verb() {
        return "Give the test";
    }

    @Override
    String missing() {
        return "Name the hypothesis and who tests it, and say in quotation marks what to do and what we would see.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.number(Line.Kind.HYPOTHESIS).isPresent()
                && (said.first(Line.Kind.QUOTATION).isPresent()
                        || said.number(Line.Kind.TEST).isPresent());
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var inquiry = ledger.of(incident);
        return List.of(
                Fields.hypothesis(
                        Fields.HYPOTHESIS,
                        "Which hypothesis is tested?",
                        inquiry.live(),
                        said.number(Line.Kind.HYPOTHESIS).orElse(null)),
                Blocks.prefilled(
                        WHAT,
                        "What to do, and what do we see if it is so?",
                        said.number(Line.Kind.TEST)
                                .map(it ->
                                        Markup.plain(ledger.test(incident, it).words()))
                                .orElse(null),
                        false),
                Blocks.person(WHO, "Who does it?", true),
                Blocks.choice(IN, "Until when?", "in 10 min", MINUTES));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var hypothesis = said.number(Line.Kind.HYPOTHESIS).orElseThrow();
        var test = said.number(Line.Kind.TEST)
                .map(it -> ledger.test(incident.number(), it))
                .orElseGet(() -> think(incident, said.first(Line.Kind.QUOTATION).orElse("")));
        return give(
                incident,
                test,
                hypothesis,
                owner(said, request),
                said.in().orElse(settings.testDueIn()),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var hypothesis = Fields.number(form, Fields.HYPOTHESIS);
        if (hypothesis.isEmpty()) {
            return mistake(Fields.HYPOTHESIS, "Choose one.");
        }
        var what = form.markup(WHAT);
        if (what.isEmpty()) {
            return mistake(WHAT, "Say what to do, and what we would see.");
        }
        var known = form.context().split(" ").length > 1
                ? Optional.of(ledger.test(incident.number(), Fields.remembered(form)))
                : Optional.<HypothesisTest>empty();
        var test = known.filter(
                        it -> Markup.plain(it.words()).equals(form.value(WHAT).orElse("")))
                .orElseGet(() -> think(incident, what.get()));
        return give(
                incident,
                test,
                hypothesis.get(),
                form.value(WHO).orElse(form.person()),
                form.value(IN).flatMap(Spans::read).orElse(settings.testDueIn()),
                form.person());
    }

    @Override
    String remembered(Line said) {
        return said.number(Line.Kind.TEST).map(String::valueOf).orElse("");
    }

    private HypothesisTest think(Incident incident, String words) {
        if (words.isBlank()) {
            throw misused(missing());
        }
        return testing.think(incident.number(), words, Risk.READ_ONLY, null);
    }

    /** Whoever is named, by mention or handle; or whoever says it. */
    private String owner(Line said, Request request) {
        return said.first(Line.Kind.PERSON)
                .or(() -> said.all(Line.Kind.WORD).stream()
                        .filter(it -> it.startsWith("@"))
                        .findFirst()
                        .map(it -> people.theOneCalled(it.substring(1))
                                .map(Person::id)
                                .orElseThrow(() -> new Refused(
                                        "Nobody here is called “%s”; pick the name that Slack offers behind @."
                                                .formatted(Markup.clip(it.substring(1), 50))))))
                .orElse(request.person());
    }

    private Reply give(
            Incident incident, HypothesisTest test, int hypothesis, String owner, Duration in, String person) {
        testing.give(incident, test, hypothesis, owner, in, person);
        return Reply.line("%s tests H%d until %s (%s). They are asked for the result then."
                .formatted(
                        Markup.person(owner),
                        hypothesis,
                        Shown.time(test.dueAt().orElseThrow()),
                        test.name()));
    }
}
