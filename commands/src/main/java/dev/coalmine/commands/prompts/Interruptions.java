package dev.coalmine.commands.prompts;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.prompts.Prompt;
import dev.coalmine.storage.prompts.Prompts;
import dev.coalmine.storage.timeline.Entry;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The one budget of interruptions that an incident has; whatever asks unasked asks through it. */
@Component
public class Interruptions {

    /** The question that somebody who comes later is asked before they are told anything. */
    public static final String FRESH_EYES = "fresh-eyes";

    // Asked or told once to each whom it concerns: they take nobody's time but theirs.
    private static final Set<String> PRIVATE_MATTERS = Set.of(FRESH_EYES, "plan-warning");

    private final Prompts prompts;
    private final PromptTexts texts;
    private final List<Occupied> occupied;
    private final Workspace workspace;
    private final Timeline timeline;
    private final Manners manners;
    private final PromptSettings settings;
    private final Clock clock;

    Interruptions(
            Prompts prompts,
            PromptTexts texts,
            List<Occupied> occupied,
            Workspace workspace,
            Timeline timeline,
            PromptSettings settings,
            Clock clock) {
        this.prompts = prompts;
        this.texts = texts;
        this.occupied = occupied;
        this.workspace = workspace;
        this.timeline = timeline;
        this.manners = new Manners(settings);
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether anything may be asked in the incident now. */
    public boolean fit(Incident incident) {
        return manners.silence(occasion(incident), clock.instant()).isEmpty();
    }

    /** Whether questions are asked in this incident at all by now, whether or not this is the moment. */
    public boolean welcome(Incident incident) {
        var occasion = occasion(incident);
        return manners.welcome(occasion, clock.instant()) && !snoozed(incident.number());
    }

    /** Whether somebody keeps questions away. */
    private boolean snoozed(long incident) {
        return prompts.snoozedUntil(incident)
                .filter(until -> clock.instant().isBefore(until))
                .isPresent();
    }

    /** Whether it was asked before. */
    public boolean asked(long incident, Question it) {
        return prompts.of(incident).stream().anyMatch(before -> same(before, it));
    }

    private static boolean same(Prompt before, Question it) {
        return before.name().equals(it.name())
                && Objects.equals(before.subject(), it.subject())
                && (it.person() == null || Objects.equals(before.person(), it.person()));
    }

    /** Asks it, and puts on record that it was asked. */
    public void ask(Incident incident, Question it) {
        var number = incident.number();
        ignoreWhatIsOld(number);
        var id = prompts.show(number, it.name(), it.subject(), it.person(), clock.instant());
        var words = texts.of(it.name(), it.with());
        var choices = choices(number, id, it.choices());
        if (it.person() != null) {
            workspace.tell(it.person(), "Incident %d: %s".formatted(number, words), choices);
        } else if (it.below() != null) {
            workspace.sayBelow(number, it.below(), words, choices);
        } else {
            workspace.say(number, words, choices);
        }
    }

    /** Each button says first which question it answers; the last one declines it. */
    private static Errand.Choice[] choices(long incident, long id, List<Errand.Choice> own) {
        var all = new ArrayList<Errand.Choice>();
        own.forEach(
                it -> all.add(new Errand.Choice(it.label(), "#%d answer %d %s".formatted(incident, id, it.line()))));
        all.add(new Errand.Choice("Not now", "#%d answer %d".formatted(incident, id)));
        return all.toArray(Errand.Choice[]::new);
    }

    /** What the questions of these names asked for was done, by whatever way. */
    public void heeded(long incident, List<String> names, String person) {
        prompts.of(incident).stream()
                .filter(it -> it.answer() == null && names.contains(it.name()))
                .forEach(it -> prompts.answer(incident, it.id(), Prompt.Answer.ANSWERED, person, clock.instant()));
    }

    private void ignoreWhatIsOld(long incident) {
        prompts.of(incident).stream()
                .filter(it -> it.answer() == null && !PRIVATE_MATTERS.contains(it.name()))
                .forEach(it -> prompts.answer(incident, it.id(), Prompt.Answer.IGNORED, null, clock.instant()));
    }

    private Occasion occasion(Incident incident) {
        var number = incident.number();
        var now = clock.instant();
        var shown = prompts.of(number).stream()
                .filter(it -> !PRIVATE_MATTERS.contains(it.name()))
                .toList();
        return new Occasion(
                incident.severity(),
                incident.stage().open() && incident.stage() != Stage.MITIGATED && incident.attended(),
                since(incident),
                prompts.wanted(number),
                prompts.snoozedUntil(number).orElse(null),
                prompts.lastBurst(
                                number,
                                settings.burst(),
                                now.minus(settings.quietAfterBurst()).minusSeconds(120))
                        .orElse(null),
                occupied.stream().anyMatch(it -> it.occupied(number, now)),
                shown);
    }

    /** Since when it is investigated: since it was declared, or since it was taken up again. */
    private Instant since(Incident incident) {
        return Optional.of(timeline.ofKind(incident.number(), "stage"))
                .filter(it -> !it.isEmpty())
                .map(List::getLast)
                .map(Entry::recorded)
                .filter(it -> incident.stage() == Stage.INVESTIGATING)
                .orElse(incident.declaredAt());
    }
}
