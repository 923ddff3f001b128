package dev.coalmine.commands.hypotheses.questions;

import dev.coalmine.commands.hypotheses.Ledger;
import dev.coalmine.commands.hypotheses.PlanWarning;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.hypotheses.Plan;
import dev.coalmine.storage.hypotheses.Thought;
import dev.coalmine.storage.prompts.Prompts;
import dev.coalmine.storage.roles.Assignment;
import dev.coalmine.storage.roles.Assignments;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Warns whoever prepares the remedy when a plan is sound under one hypothesis only, or under none any more. */
@Component
class PlanWatch {

    private static final String NAME = "plan-warning";

    private final Ledger ledger;
    private final Assignments assignments;
    private final Prompts prompts;
    private final Workspace workspace;
    private final Clock clock;

    PlanWatch(Ledger ledger, Assignments assignments, Prompts prompts, Workspace workspace, Clock clock) {
        this.ledger = ledger;
        this.assignments = assignments;
        this.prompts = prompts;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** A new plan, or a new state of what it rests on. */
    @EventListener
    void thought(Thought it) {
        if (it.kind().equals("plan") || it.kind().equals("hypothesis")) {
            var inquiry = ledger.of(it.incident());
            inquiry.plans().forEach(plan -> PlanWarning.of(plan, inquiry).ifPresent(words -> warn(plan, words)));
        }
    }

    /** Each planner once for each plan. */
    private void warn(Plan plan, String words) {
        assignments.current(plan.incident(), "planner").stream()
                .map(Assignment::person)
                .filter(person -> !warned(plan, person))
                .forEach(person -> {
                    prompts.show(plan.incident(), NAME, plan.number(), person, clock.instant());
                    workspace.tell(person, "*%s* of incident %d: %s".formatted(plan.name(), plan.incident(), words));
                });
    }

    private boolean warned(Plan plan, String person) {
        return prompts.of(plan.incident()).stream()
                .anyMatch(it -> it.name().equals(NAME)
                        && Objects.equals(it.subject(), plan.number())
                        && person.equals(it.person()));
    }
}
