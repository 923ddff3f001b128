package dev.coalmine.commands.hypotheses;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.storage.hypotheses.HypothesisTest;
import dev.coalmine.storage.hypotheses.State;
import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.roles.Assignments;
import dev.coalmine.storage.rules.Markup;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells somebody who comes later how things stand. */
@Component
class ShowSummary implements Word {

    private final Concerning concerning;
    private final Assignments assignments;
    private final Ledger ledger;
    private final Clock clock;

    ShowSummary(Concerning concerning, Assignments assignments, Ledger ledger, Clock clock) {
        this.concerning = concerning;
        this.assignments = assignments;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "summary";
    }

    @Override
    public String usage() {
        return "summary";
    }

    @Override
    public String does() {
        return "tells you alone how things stand: stage, impact, hypotheses, what is ruled out, who does what.";
    }

    @Override
    public Reply run(Request request) {
        return Reply.line(of(concerning.read(request)));
    }

    String of(Incident incident) {
        var inquiry = ledger.of(incident.number());
        var lines = new ArrayList<String>();
        lines.add("*%s*, %s, for %s: %s"
                .formatted(
                        incident.stage().label(),
                        incident.severity().label(),
                        Spans.words(Duration.between(incident.declaredAt(), clock.instant())),
                        Markup.escape(incident.title())));
        SymptomLines.of(inquiry.symptoms()).stream().map("• "::concat).forEach(lines::add);
        lines.add(
                inquiry.live().isEmpty()
                        ? "No hypothesis is live."
                        : "*Live hypotheses*, fewest contradictions first:");
        inquiry.live()
                .forEach(it -> lines.add("• *%s* %s (%s; %s)"
                        .formatted(it.name(), it.statement(), it.state().label(), Board.counts(inquiry, it))));
        inquiry.hypotheses().stream()
                .filter(it -> it.state() == State.RULED_OUT)
                .forEach(it -> lines.add("• " + Board.fold(it)));
        inquiry.tests().stream()
                .filter(HypothesisTest::running)
                .forEach(it -> lines.add(
                        "• %s is at %s: %s".formatted(Markup.person(it.owner().orElseThrow()), it.name(), it.words())));
        lines.add(people(incident));
        return String.join("\n", lines);
    }

    private String people(Incident incident) {
        var people = assignments.current(incident.number()).stream()
                .map(it -> "%s: %s".formatted(it.role(), Markup.person(it.person())))
                .collect(Collectors.joining(" · "));
        return people.isEmpty() ? "Nobody has a role yet." : "*Who does what* " + people;
    }
}
