package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.HypothesisAdded;
import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.commands.prompts.Interruptions;
import dev.coalmine.commands.prompts.Occupied;
import dev.coalmine.commands.prompts.PromptSettings;
import dev.coalmine.commands.prompts.PromptTexts;
import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Thought;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.incidents.IncidentDeclared;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Severity;
import dev.coalmine.storage.incidents.SeverityChanged;
import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.incidents.StageChanged;
import dev.coalmine.storage.roles.RoleTaken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks now and then, and when something has changed, whether a question fits and this is the moment; asks one at most. */
@Component
class Asking implements Alarm, Occupied {

    private static final String NAME = "questions";

    // Nobody who has not answered in a day will.
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final List<String> ANOTHER = List.of("first-hypothesis", "alone", "until-now", "dull-things");

    // What was done without a button heeds the question all the same.
    private static final Map<String, List<String>> HEEDS = Map.of(
            "test", List.of("alone", "best-test"),
            "evidence", List.of("who-changed-what", "where-else", "dull-things", "until-now"),
            "symptoms", List.of("symptoms", "who-changed-what", "where-else"));

    private final Incidents incidents;
    private final Situations situations;
    private final Questions questions;
    private final Interruptions interruptions;
    private final PromptTexts texts;
    private final PromptSettings settings;
    private final Ledger ledger;
    private final Workspace workspace;
    private final Timers timers;
    private final Clock clock;

    Asking(
            Incidents incidents,
            Situations situations,
            Questions questions,
            @Lazy Interruptions interruptions,
            PromptTexts texts,
            PromptSettings settings,
            Ledger ledger,
            Workspace workspace,
            Timers timers,
            Clock clock) {
        this.incidents = incidents;
        this.situations = situations;
        this.questions = questions;
        this.interruptions = interruptions;
        this.texts = texts;
        this.settings = settings;
        this.ledger = ledger;
        this.workspace = workspace;
        this.timers = timers;
        this.clock = clock;
    }

    @EventListener
    void watch(IncidentDeclared declared) {
        timers.ring(NAME, declared.incident(), first(declared.severity()));
    }

    @EventListener
    void graver(SeverityChanged it) {
        timers.ring(NAME, it.incident(), settings.lookEvery());
    }

    @EventListener
    void moved(StageChanged it) {
        incidents.held(it.incident()).ifPresent(incident -> {
            if (asksIn(incident)) {
                timers.ring(NAME, incident.number(), settings.lookEvery());
            }
            if (!ledger.of(incident.number()).hypotheses().isEmpty()) {
                workspace.drawBoard(incident.number());
            }
        });
    }

    private Duration first(Severity severity) {
        return severity.compareTo(settings.severity()) <= 0 ? settings.lookEvery() : settings.after();
    }

    @EventListener
    void added(HypothesisAdded it) {
        interruptions.heeded(it.incident(), ANOTHER, it.person());
        incidents.held(it.incident()).ifPresent(this::look);
    }

    @EventListener
    void thought(Thought it) {
        var person = it.person();
        if (person != null) {
            interruptions.heeded(it.incident(), HEEDS.getOrDefault(it.kind(), List.of()), person);
        }
    }

    @EventListener
    void taken(RoleTaken it) {
        if (it.role().equals("falsifier") || it.role().equals("planner")) {
            interruptions.heeded(it.incident(), List.of("split"), it.holder());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void ring(long number) {
        incidents.held(number).filter(this::asksIn).ifPresent(incident -> {
            look(incident);
            timers.ring(NAME, number, settings.lookEvery());
        });
    }

    private boolean asksIn(Incident incident) {
        var young = clock.instant().isBefore(incident.declaredAt().plus(LONGEST));
        return young && incident.stage().open() && incident.stage() != Stage.MITIGATED;
    }

    private void look(Incident incident) {
        if (interruptions.fit(incident)) {
            questions
                    .fitting(situations.of(incident))
                    .filter(it -> texts.has(it.name()) && !interruptions.asked(incident.number(), it))
                    .findFirst()
                    .ifPresent(it -> interruptions.ask(incident, it));
        }
    }

    @Override
    public boolean occupied(long incident, Instant now) {
        return ledger.of(incident).testing(now);
    }
}
