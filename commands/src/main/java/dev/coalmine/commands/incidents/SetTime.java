package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Times;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Moment;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Corrects one of the four times. */
@Component
class SetTime implements Command {

    private final Concerning concerning;
    private final Incidents incidents;
    private final Times times;
    private final Clock clock;

    SetTime(Concerning concerning, Incidents incidents, Times times, Clock clock) {
        this.concerning = concerning;
        this.incidents = incidents;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "time";
    }

    @Override
    public String usage() {
        return "time <began|detected|mitigated|resolved> <when>";
    }

    @Override
    public String does() {
        return "Corrects when the impact began, was detected, mitigated or resolved; the old time stays in the record.";
    }

    @Override
    public String example() {
        return "time began 10:14";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        var moment = Moment.read(request.first())
                .orElseThrow(() -> wrongUsage("Say which time: began, detected, mitigated or resolved."));
        var when = times.read(request.rest(), request.person())
                .orElseThrow(() -> wrongUsage("Say when, for example 10:14 or 2026-03-02T10:14Z."));
        var incident = concerning.change(request);
        incident.set(moment, when, request.person(), clock.instant());
        incidents.save(incident);
        return Reply.line("Noted: %s at %s.".formatted(moment.label(), Shown.time(when)));
    }
}
