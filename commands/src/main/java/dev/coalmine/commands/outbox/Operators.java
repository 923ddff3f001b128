package dev.coalmine.commands.outbox;

import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.outbox.Posted;
import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import java.util.List;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who looks after Coalmine: they see what was given up, are told of it, and decide what becomes of it. */
@Component
public class Operators {

    private final List<String> names;
    private final People people;
    private final Posted posted;
    private final Workspace workspace;

    Operators(OperatorSettings settings, People people, Posted posted, Workspace workspace) {
        this.names =
                settings.operators().stream().map(Operators::bare).distinct().toList();
        this.people = people;
        this.posted = posted;
        this.workspace = workspace;
    }

    private static String bare(String name) {
        return name.strip().replaceFirst("^@", "");
    }

    /** As they stand in the settings; nobody unless somebody is named there. */
    public List<String> names() {
        return names;
    }

    /** Whether this person, by Slack id, is one of them. */
    public boolean include(String person) {
        return names.contains(person)
                || !names.isEmpty()
                        && people.findById(person).filter(this::named).isPresent();
    }

    /** Those of whom it is not known yet who they are. */
    public List<String> strangers() {
        return names.stream()
                .filter(name -> people.theOneCalled(name).isEmpty())
                .toList();
    }

    /** Learns who they are, so that their questions are known as theirs from the first one on. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void meet() {
        strangers().forEach(workspace::meet);
    }

    /** Shows them how it is now, if they ever opened their Home tab. */
    void redrawHomes() {
        posted.endingsOf("home:").stream().filter(this::include).forEach(workspace::drawHome);
    }

    private boolean named(Person person) {
        return names.stream()
                .anyMatch(name -> name.equalsIgnoreCase(person.handle())
                        || name.equalsIgnoreCase(person.email())
                        || name.equalsIgnoreCase(person.fullName()));
    }
}
