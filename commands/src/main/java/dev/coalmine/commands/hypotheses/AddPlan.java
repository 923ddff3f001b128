package dev.coalmine.commands.hypotheses;

import com.slack.api.model.block.LayoutBlock;
import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Submission;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.Plan;
import dev.coalmine.storage.hypotheses.Register;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes down a remedy in preparation, and under which hypotheses it is sound. */
@Component
class AddPlan extends FormWord {

    private static final String WHAT = "what";
    private static final String UNDER = "under-";
    private static final int MOST = 20;

    private final Ledger ledger;
    private final Register register;
    private final Clock clock;

    AddPlan(Concerning concerning, Incidents incidents, Ledger ledger, Register register, Clock clock) {
        super(concerning, incidents);
        this.ledger = ledger;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "plan";
    }

    @Override
    public String usage() {
        return "plan \"<what we would do>\" under H1 H2";
    }

    @Override
    public String does() {
        return "writes down a remedy, and under which hypotheses it would help, or at least not harm.";
    }

    @Override
    String verb() {
        return "Keep plan";
    }

    @Override
    String missing() {
        return "Say in quotation marks what you would do, and under which hypotheses that is sound.";
    }

    @Override
    boolean isEnough(Line said) {
        return said.first(Line.Kind.QUOTATION).isPresent()
                && said.number(Line.Kind.HYPOTHESIS).isPresent();
    }

    @Override
    List<LayoutBlock> fields(long incident, Line said) {
        var fields = new ArrayList<LayoutBlock>();
        fields.add(Blocks.prefilled(
                WHAT, "What would you do?", said.first(Line.Kind.QUOTATION).orElse(null), false));
        ledger.of(incident).live().stream()
                .limit(MOST)
                .map(it -> Fields.yesOrNo(
                        UNDER + it.number(),
                        "Is it sound if %s? %s".formatted(it.name(), Believed.brief(Markup.plain(it.statement()))),
                        "no, or nobody knows"))
                .forEach(fields::add);
        return fields;
    }

    @Override
    Reply say(Incident incident, Line said, Request request) {
        return keep(
                incident,
                said.first(Line.Kind.QUOTATION).orElseThrow(),
                said.numbers(Line.Kind.HYPOTHESIS).stream().distinct().toList(),
                request.person());
    }

    @Override
    Reply fill(Incident incident, Submission form) {
        var under = form.values().keySet().stream()
                .filter(it -> it.matches(UNDER + "\\d{1,6}")
                        && form.value(it).filter("yes"::equals).isPresent())
                .map(it -> Integer.valueOf(it.substring(UNDER.length())))
                .sorted()
                .toList();
        return form.markup(WHAT).isEmpty()
                ? mistake(WHAT, "Say what you would do.")
                : keep(incident, form.markup(WHAT).get(), under, form.person());
    }

    private Reply keep(Incident incident, String what, List<Integer> under, String person) {
        var number = incident.number();
        under.forEach(it -> ledger.hypothesis(number, it));
        var inquiry = ledger.of(number);
        var plan = new Plan(
                number,
                inquiry.plans().size() + 1,
                Markup.clip(Markup.storable(what), Hypothesis.LONGEST),
                person,
                clock.instant(),
                under);
        register.add(plan);
        ledger.say(
                number,
                "plan",
                person,
                "*%s* would be sound under %s: %s".formatted(plan.name(), names(under), plan.words()),
                false);
        ledger.settle(number, person, "");
        return Reply.line("%s is on the board. %s"
                .formatted(plan.name(), PlanWarning.of(plan, inquiry).orElse(""))
                .strip());
    }

    private static String names(List<Integer> under) {
        return under.isEmpty()
                ? "no hypothesis"
                : Believed.names(under.stream().map("H%d"::formatted).toList());
    }
}
