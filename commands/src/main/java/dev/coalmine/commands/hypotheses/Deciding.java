package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.AllEvidence;
import dev.coalmine.storage.hypotheses.Hypotheses;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes up what people decide of a hypothesis: rule it out, act on it, leave it, or put another in its place. */
@Component
class Deciding {

    private final Hypotheses hypotheses;
    private final AllEvidence evidence;
    private final Assignments assignments;
    private final Ledger ledger;
    private final Proposing proposing;
    private final Timers timers;
    private final Workspace workspace;
    private final Clock clock;

    Deciding(
            Hypotheses hypotheses,
            AllEvidence evidence,
            Assignments assignments,
            Ledger ledger,
            Proposing proposing,
            Timers timers,
            Workspace workspace,
            Clock clock) {
        this.hypotheses = hypotheses;
        this.evidence = evidence;
        this.assignments = assignments;
        this.ledger = ledger;
        this.proposing = proposing;
        this.timers = timers;
        this.workspace = workspace;
        this.clock = clock;
    }

    void ruleOut(long incident, int number, int piece, String why, String person) {
        var it = ledger.hypothesis(incident, number);
        var by = ledger.evidence(incident, piece);
        it.ruleOut(piece, why, person, clock.instant());
        var words = "*%s* is ruled out by %s “%s”: %s";
        keep(
                it,
                person,
                words.formatted(
                        it.name(),
                        by.name(),
                        Believed.brief(by.words()),
                        it.reason().orElse("")),
                true);
    }

    void reopen(long incident, int number, @Nullable String why, String person) {
        var it = ledger.hypothesis(incident, number);
        var before = it.state();
        it.reopen(why, person, clock.instant());
        keep(
                it,
                person,
                "*%s* is reopened (was %s)%s".formatted(it.name(), before.label(), why == null ? "." : ": " + why),
                true);
    }

    /** @param in when to ask whether what would contradict it was seen */
    void accept(long incident, int number, String why, String wrongIf, Duration in, String person) {
        var it = ledger.hypothesis(incident, number);
        it.accept(why, wrongIf, clock.instant().plus(in), person, clock.instant());
        keep(
                it,
                person,
                "*%s* is accepted for action: %s\n_Wrong if_ %s; asked again in %s."
                        .formatted(
                                it.name(), it.reason().orElse(""), it.wrongIf().orElse(""), Spans.words(in)),
                true);
        timers.ring(AcceptanceDue.NAME, incident, untilNext(incident));
    }

    Duration untilNext(long incident) {
        return hypotheses
                .nextQuestion(incident)
                .map(it -> Duration.between(clock.instant(), it))
                .filter(Duration::isPositive)
                .orElse(Duration.ZERO);
    }

    void park(long incident, int number, @Nullable String why, String person) {
        var it = ledger.hypothesis(incident, number);
        it.park(why, person, clock.instant());
        keep(it, person, "*%s* is parked%s".formatted(it.name(), why == null ? "." : ": " + why), false);
    }

    /** What was said of one holds for the other as well. */
    void merge(long incident, int number, int into, String person) {
        var it = ledger.hypothesis(incident, number);
        var other = ledger.hypothesis(incident, into);
        it.mergeInto(other, person, clock.instant());
        carryOver(incident, number, into);
        keep(it, person, "*%s* says the same as *%s* and goes on as that.".formatted(it.name(), other.name()), false);
    }

    /** Another says it better; it has to earn its own evidence. */
    void supersede(long incident, int number, int by, String person) {
        var it = ledger.hypothesis(incident, number);
        var other = ledger.hypothesis(incident, by);
        it.supersede(other, person, clock.instant());
        keep(it, person, "*%s* gives way to *%s*.".formatted(it.name(), other.name()), false);
    }

    /** A better wording takes its place. */
    Hypothesis revise(long incident, int number, Proposing.Idea idea, String person) {
        var it = ledger.hypothesis(incident, number);
        var better = proposing.keep(incident, idea, person);
        it.supersede(better, person, clock.instant());
        keep(it, person, "*%s* gives way to *%s*.".formatted(it.name(), better.name()), false);
        return better;
    }

    /**
     * What speaks against it is explained away. It goes on counting; that somebody has an explanation stands beside it.
     * From the second time on the commander is told.
     */
    void explain(long incident, int number, int piece, String how, String person) {
        var it = ledger.hypothesis(incident, number);
        var by = ledger.evidence(incident, piece);
        var times = it.explainAway();
        keep(it, person, "%s does not sink *%s*: %s".formatted(by.name(), it.name(), Markup.clip(how, 1_000)), false);
        if (times > 1) {
            assignments
                    .commander(incident)
                    .ifPresent(commander -> workspace.tell(
                            commander,
                            ("What speaks against *%s* of incident %d was explained away %d times by now. What would it"
                                            + " take to give it up? `/incident #%d hyp %s` shows it.")
                                    .formatted(it.name(), incident, times, incident, it.name())));
        }
    }

    private void carryOver(long incident, int from, int to) {
        var all = evidence.of(incident);
        all.forEach(piece -> piece.carryOver(from, to));
        evidence.saveAll(all);
    }

    private void keep(Hypothesis it, String person, String words, boolean told) {
        hypotheses.save(it);
        ledger.say(it.incident(), Ledger.KIND, person, words, told);
        ledger.settle(it.incident(), person, "what was known before.");
    }
}
