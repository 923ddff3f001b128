package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.hypotheses.inquiry.Likeness;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Takes what somebody who comes later would check first, from the symptoms alone, and only then tells them how things stand. */
@Component
class FreshEyes extends FormWord {

    private static final String FIRST = "first";

    private final Ledger ledger;
    private final ShowSummary summary;
    private final Timeline timeline;
    private final Clock clock;

    FreshEyes(
            Concerning concerning,
            Incidents incidents,
            Ledger ledger,
            ShowSummary summary,
            Timeline timeline,
            Clock clock) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.summary = summary;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "fresh";
    }

    @Override
    public String usage() {
        return "fresh <what you would check first, from the symptoms alone>";
    }

    @Override
    public String does() {
        return "keeps what you would check first, and then tells you how things stand.";
    }

    @Override
    String verb() {
        return "Answer";
    }

    @Override
    String missing() {
        return "Say what you would check first.";
    }

    @Override
    boolean isEnough(Line said) {
        return !said.isEmpty();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        return List.of(
                Blocks.input(FIRST, "What would you check first, and why?", "From the symptoms alone", false, true));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return answered(incident, request.words(), request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        return form.markup(FIRST)
                .map(it -> answered(incident, it, form.person()))
                .orElseGet(() -> mistake(FIRST, missing()));
    }

    private Reply answered(Incident incident, String words, String person) {
        var number = incident.number();
        timeline.append(new Draft(
                number, clock.instant(), "fresh-eyes", person, "With fresh eyes, would check first: " + words));
        var known = Likeness.nearest(words, ledger.of(number).live());
        var verdict = known.map(it -> "*%s* says something like that.".formatted(it.name()))
                .orElse("*None of the live hypotheses says that.*");
        var blocks = new ArrayList<LayoutBlock>();
        blocks.add(Blocks.section(verdict));
        if (known.isEmpty()) {
            blocks.add(Blocks.actions(
                    "fresh",
                    List.of(Blocks.button(
                            "Add it as a hypothesis",
                            "#%d hyp add %s".formatted(number, Markup.clip(words.replaceAll("\\s+", " "), 1_500)),
                            "primary"))));
        }
        blocks.add(Blocks.section(summary.of(incident)));
        return Reply.blocks(verdict, blocks);
    }
}
