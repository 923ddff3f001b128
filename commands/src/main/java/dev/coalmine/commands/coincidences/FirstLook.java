package dev.coalmine.commands.coincidences;

import dev.coalmine.commands.timers.Alarm;
import dev.coalmine.commands.timers.Timers;
import dev.coalmine.storage.incidents.IncidentDeclared;
import dev.coalmine.storage.incidents.Incidents;
import dev.coalmine.storage.incidents.Kind;
import dev.coalmine.storage.incidents.Moment;
import dev.coalmine.storage.incidents.TimeSet;
import java.time.Duration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks for coincidences when an incident opens, and when somebody says when it began. Not within that transaction: four
 * weeks of minutes are read, and whoever declares waits for the answer.
 */
@Component
class FirstLook implements Alarm {

    private final CoincidenceNews news;
    private final Incidents incidents;
    private final Timers timers;

    FirstLook(CoincidenceNews news, Incidents incidents, Timers timers) {
        this.news = news;
        this.incidents = incidents;
        this.timers = timers;
    }

    @EventListener
    void declared(IncidentDeclared it) {
        if (it.incidentKind() != Kind.DRILL) {
            timers.ring(name(), it.incident(), Duration.ZERO);
            timers.ring(SecondLook.NAME, it.incident(), SecondLook.AFTER);
        }
    }

    @EventListener
    void set(TimeSet it) {
        var drill = incidents.findById(it.incident()).filter(incident -> incident.kind() == Kind.DRILL);
        if (it.moment() == Moment.BEGAN && drill.isEmpty()) {
            timers.ring(name(), it.incident(), Duration.ZERO);
        }
    }

    @Override
    public String name() {
        return "coincidences";
    }

    @Override
    public void ring(long incident) {
        news.look(incident);
    }
}
