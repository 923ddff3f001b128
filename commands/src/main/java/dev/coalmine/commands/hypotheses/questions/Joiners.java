package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.SymptomLines;
import dev.coalmine.commands.prompts.Interruptions;
import dev.coalmine.commands.prompts.PromptTexts;
import dev.coalmine.commands.prompts.Question;
import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.PersonJoined;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks whoever comes later, before they are told anything, what they would check first: they are not led yet. */
@Component
class Joiners {

    private final Incidents incidents;
    private final Assignments assignments;
    private final Interruptions interruptions;
    private final Situations situations;
    private final PromptTexts texts;
    private final QuestionSettings settings;

    Joiners(
            Incidents incidents,
            Assignments assignments,
            Interruptions interruptions,
            Situations situations,
            PromptTexts texts,
            QuestionSettings settings) {
        this.incidents = incidents;
        this.assignments = assignments;
        this.interruptions = interruptions;
        this.situations = situations;
        this.texts = texts;
        this.settings = settings;
    }

    @EventListener
    void joined(PersonJoined it) {
        incidents
                .held(it.incident())
                .filter(interruptions::welcome)
                .map(situations::of)
                .filter(situation -> isLate(situation) && isFresh(situation, it.person()))
                .ifPresent(situation -> ask(situation, it.person()));
    }

    private boolean isLate(Situation it) {
        return it.age().compareTo(settings.freshEyesAfter()) >= 0;
    }

    /** Whoever observes is left in peace, and whoever has work here already knows. */
    private boolean isFresh(Situation it, String person) {
        var known = assignments.history(it.number()).stream()
                .anyMatch(held -> held.person().equals(person));
        var tests = it.inquiry().tests().stream()
                .anyMatch(test -> test.owner().filter(person::equals).isPresent());
        return !known
                && !tests
                && it.incident().declaredBy().filter(person::equals).isEmpty();
    }

    private void ask(Situation it, String person) {
        var question = new Question(
                Interruptions.FRESH_EYES,
                null,
                person,
                null,
                Map.of("symptoms", symptoms(it)),
                List.of(new Errand.Choice("Answer", "hyp fresh"), new Errand.Choice("Show summary", "hyp summary")));
        if (texts.has(question.name()) && !interruptions.asked(it.number(), question)) {
            interruptions.ask(it.incident(), question);
        }
    }

    private static String symptoms(Situation it) {
        var lines = SymptomLines.of(it.inquiry().symptoms());
        return "\n• %s%s"
                .formatted(
                        Markup.escape(it.incident().title()),
                        lines.stream().map("\n• "::concat).collect(Collectors.joining()));
    }
}
