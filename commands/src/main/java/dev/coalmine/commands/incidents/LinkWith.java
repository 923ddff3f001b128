package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.IncidentLinked;
import dev.coalmine.storage.rules.Refused;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes that two incidents have to do with each other. */
@Component
class LinkWith implements Command {

    private final Concerning concerning;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkWith(Concerning concerning, ApplicationEventPublisher events, Clock clock) {
        this.concerning = concerning;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "link";
    }

    @Override
    public String usage() {
        return "link <number>";
    }

    @Override
    public String does() {
        return "Links this incident with another that has to do with it.";
    }

    @Override
    public String example() {
        return "link 7";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        var other = concerning.numbered(Numbers.read(request.words(), this), request);
        var incident = concerning.change(request);
        if (other.number() == incident.number()) {
            throw new Refused("An incident cannot be linked with itself.");
        }
        if (other.restricted() != incident.restricted()) {
            throw new Refused("A private and an open incident cannot be linked: it would tell on the private one.");
        }
        events.publishEvent(new IncidentLinked(incident.number(), clock.instant(), request.person(), other.number()));
        events.publishEvent(new IncidentLinked(other.number(), clock.instant(), request.person(), incident.number()));
        return Reply.line("Linked incident %d with %s.".formatted(incident.number(), Shown.name(other)));
    }
}
