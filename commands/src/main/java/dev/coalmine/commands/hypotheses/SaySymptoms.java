package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.prompts.Interruptions;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Register;
import dev.coalmine.storage.hypotheses.Symptoms;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what is seen, before anybody explains it. */
@Component
class SaySymptoms extends FormWord {

    private final Ledger ledger;
    private final Register register;
    private final Interruptions interruptions;

    SaySymptoms(
            Concerning concerning, Incidents incidents, Ledger ledger, Register register, Interruptions interruptions) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.register = register;
        this.interruptions = interruptions;
    }

    @Override
    public String word() {
        return "symptoms";
    }

    @Override
    public List<String> aliases() {
        return List.of("symptom");
    }

    @Override
    public String usage() {
        return "symptoms [onset \"…\"] [affected \"…\"] [unaffected \"…\"] [changed \"…\"]";
    }

    @Override
    public String does() {
        return "writes down when it began, what is affected, what is not, and what changed.";
    }

    @Override
    String verb() {
        return "Keep symptoms";
    }

    @Override
    String missing() {
        return "Say at least one, in quotation marks: `onset`, `affected`, `unaffected`, `changed`.";
    }

    @Override
    boolean isEnough(Line said) {
        return !read(said).isEmpty();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var known = ledger.of(incident).symptoms();
        return List.of(
                field("onset", "When and how did it begin?", known.onset()),
                field("affected", "What is affected?", known.affected()),
                field("unaffected", "What is NOT affected? It rules out most.", known.unaffected()),
                field("changed", "What changed shortly before?", known.changed()));
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return keep(incident, read(said), request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var symptoms = new Symptoms(
                form.markup("onset").orElse(null),
                form.markup("affected").orElse(null),
                form.markup("unaffected").orElse(null),
                form.markup("changed").orElse(null));
        return symptoms.isEmpty()
                ? mistake("onset", "Say at least one of them.")
                : keep(incident, symptoms, form.person());
    }

    private static LayoutBlock field(String id, String label, @Nullable String known) {
        return Blocks.prefilled(id, label, known == null ? null : Markup.plain(known), true);
    }

    private static Symptoms read(Line said) {
        return new Symptoms(
                said.quotedAfter("onset").orElse(null),
                said.quotedAfter("affected").orElse(null),
                said.quotedAfter("unaffected").orElse(null),
                said.quotedAfter("changed").orElse(null));
    }

    private Reply keep(Incident incident, Symptoms said, String person) {
        var number = incident.number();
        var all = ledger.of(number).symptoms().with(said);
        register.keep(number, all);
        ledger.say(number, "symptoms", person, "Symptoms: " + String.join(" · ", SymptomLines.of(all)), false);
        ledger.settle(number, person, "");
        interruptions.heeded(number, List.of("symptoms"), person);
        return Reply.line(
                all.unaffected() == null
                        ? "Noted. What is *not* affected? It is the cheapest falsifier: `/incident hyp symptoms"
                                + " unaffected \"…\"`."
                        : "Noted; they stand on top of the board.");
    }
}
