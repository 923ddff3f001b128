package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Severity;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says how bad it is. */
@Component
class ChangeSeverity implements Command {

    private final Concerning concerning;
    private final Incidents incidents;
    private final Clock clock;

    ChangeSeverity(Concerning concerning, Incidents incidents, Clock clock) {
        this.concerning = concerning;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "severity";
    }

    @Override
    public String usage() {
        return "severity <1-4>";
    }

    @Override
    public String does() {
        return "Sets how bad it is; 1 is worst.";
    }

    @Override
    public String example() {
        return "severity 2";
    }

    @Override
    public List<String> aliases() {
        return List.of("sev");
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        if (request.isEmpty()) {
            throw wrongUsage("Say how bad it is, from 1 (worst) to 4.");
        }
        var severity =
                Severity.read(request.words()).orElseThrow(() -> wrongUsage("A severity is 1 (worst), 2, 3 or 4."));
        var incident = concerning.change(request);
        incident.rate(severity, request.person(), clock.instant());
        incidents.save(incident);
        return Reply.line("Incident %d is %s now.".formatted(incident.number(), severity.label()));
    }
}
