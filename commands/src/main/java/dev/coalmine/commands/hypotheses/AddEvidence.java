package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Shortcut;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.language.Times;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import dev.coalmine.storage.hypotheses.Evidence.Kind;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what was observed, and what it says of each hypothesis. */
@Component
class AddEvidence extends FormWord {

    private static final String WHAT = "what";
    private static final String KIND = "kind";
    private static final String WHEN = "when";
    private static final String LINK = "link";
    private static final String SAYS = "says-";

    // Below Slack's 100 blocks in a form, and far more than anybody weighs at once.
    private static final int MOST_WEIGHED = 20;

    private static final List<Kind> KINDS =
            List.of(Kind.OBSERVATION, Kind.CHANGE, Kind.REPORT, Kind.PRIOR, Kind.EFFECT);

    private final Ledger ledger;
    private final Weighing weighing;
    private final Times times;

    AddEvidence(Concerning concerning, Incidents incidents, Ledger ledger, Weighing weighing, Times times) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.weighing = weighing;
        this.times = times;
    }

    @Override
    public String word() {
        return "evidence";
    }

    @Override
    public List<String> aliases() {
        return List.of("ev");
    }

    @Override
    public String usage() {
        return "evidence [change|report|prior|effect] \"<what>\" [strongly] against H1 for H2 neutral H3 [link] [at"
                + " 10:14], or evidence E3 against H1";
    }

    @Override
    public String does() {
        return "writes down what was seen and what it says of each hypothesis; or what you think of known evidence.";
    }

    @Override
    String verb() {
        return "Add evidence";
    }

    @Override
    String missing() {
        return "Say in quotation marks what was seen, and what it says of which hypothesis.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.number(Line.Kind.EVIDENCE).isPresent() && !Ratings.of(said).isEmpty()
                || said.first(Line.Kind.QUOTATION).isPresent();
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        var known = said.number(Line.Kind.EVIDENCE);
        if (known.isPresent() && said.first(Line.Kind.QUOTATION).isEmpty()) {
            return rated(incident, known.get(), Ratings.of(said), request.person());
        }
        var at = said.wordAfter("at").flatMap(it -> times.read(it, request.person()));
        return recorded(
                incident,
                new Weighing.Observed(
                        kind(said),
                        said.first(Line.Kind.QUOTATION)
                                .filter(it -> !it.isBlank())
                                .orElseThrow(() -> misused(missing())),
                        said.first(Line.Kind.LINK).orElse(null),
                        request.person(),
                        at.orElse(null),
                        Ratings.of(said)),
                request.person());
    }

    private static Kind kind(Line said) {
        return said.all(Line.Kind.WORD).stream()
                .limit(1)
                .flatMap(word -> KINDS.stream().filter(it -> it.name().equals(word.toUpperCase(Locale.ROOT))))
                .findFirst()
                .orElse(Kind.OBSERVATION);
    }

    private Reply rated(Incident incident, int number, Map<Integer, Says> says, String person) {
        var piece = weighing.rate(incident.number(), number, says, person);
        return Reply.line("You say that %s is %s. %s"
                .formatted(piece.name(), Weighing.meaning(says), weighing.worth(incident.number(), piece)));
    }

    private Reply recorded(Incident incident, Weighing.Observed observed, String person) {
        var piece = weighing.record(incident.number(), observed, person);
        return Reply.line("%s is on the board. %s".formatted(piece.name(), weighing.worth(incident.number(), piece)));
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var known = said.number(Line.Kind.EVIDENCE);
        var live = ledger.of(incident).live();
        return known.isPresent() ? weighed(live) : fields(null, live);
    }

    private static List<LayoutBlock> fields(@Nullable String known, List<Hypothesis> live) {
        var fields = new ArrayList<LayoutBlock>();
        fields.add(Blocks.prefilled(WHAT, "What was seen?", known, false));
        fields.addAll(weighed(live));
        fields.add(Fields.constants(KIND, "What kind of evidence is it?", "an observation", KINDS, Kind::label));
        if (known == null) {
            fields.add(Blocks.input(WHEN, "When did it happen?", "Such as 10:14; nothing is now", true, false));
            fields.add(Blocks.input(LINK, "Where can it be seen?", "A link", true, false));
        }
        return fields;
    }

    private static List<LayoutBlock> weighed(List<Hypothesis> live) {
        return live.stream()
                .limit(MOST_WEIGHED)
                .map(it -> Fields.constants(
                        SAYS + it.number(),
                        "%s: %s".formatted(it.name(), Believed.brief(Markup.plain(it.statement()))),
                        "says nothing, or nobody knows",
                        List.of(Says.values()),
                        AddEvidence::label))
                .toList();
    }

    private static String label(Says says) {
        return switch (says) {
            case STRONGLY_AGAINST -> "strongly against it";
            case AGAINST -> "against it";
            case NEUTRAL -> "neutral";
            case FOR -> "for it";
            case NOT_APPLICABLE -> "not applicable";
        };
    }

    @Override
    String remembered(Line said) {
        return said.number(Line.Kind.EVIDENCE).map(String::valueOf).orElse("");
    }

    /** The form for a message that somebody wrote; its author, time and link are kept. */
    View about(long incident, Shortcut.Message message) {
        var fields = fields(Markup.plain(message.text()), ledger.of(incident).live());
        return Forms.form(
                name(),
                "Incident " + incident,
                verb(),
                "%d - %s".formatted(incident, MessageContext.of(message)),
                fields);
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var says = says(form);
        var remembered = form.context().split(" ", 3);
        if (remembered.length == 2) {
            return says.isEmpty() ? new Reply.Nothing() : rated(incident, Fields.remembered(form), says, form.person());
        }
        var what = form.markup(WHAT);
        if (what.isEmpty()) {
            return mistake(WHAT, "Say what was seen.");
        }
        var at = form.value(WHEN).map(it -> times.read(it, form.person()));
        if (at.isPresent() && at.get().isEmpty()) {
            return mistake(WHEN, "Write a time as 10:14, or with its date.");
        }
        var source = remembered.length == 3 ? MessageContext.read(remembered[2]).orElseThrow(form::outdated) : null;
        return recorded(
                incident,
                new Weighing.Observed(
                        form.choice(KIND, Kind.class).orElse(Kind.OBSERVATION),
                        what.get(),
                        source == null ? form.value(LINK).orElse(null) : source.link(),
                        source == null ? form.person() : source.author(),
                        source == null ? at.flatMap(it -> it).orElse(null) : source.at(),
                        says),
                form.person());
    }

    private static Map<Integer, Says> says(Submission form) {
        var says = new LinkedHashMap<Integer, Says>();
        form.values().keySet().stream()
                .filter(it -> it.matches(SAYS + "\\d{1,6}"))
                .sorted()
                .forEach(it -> form.choice(it, Says.class)
                        .ifPresent(what -> says.put(Integer.valueOf(it.substring(SAYS.length())), what)));
        return says;
    }
}
