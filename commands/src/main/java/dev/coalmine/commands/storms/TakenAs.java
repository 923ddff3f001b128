package dev.coalmine.commands.storms;

import dev.coalmine.storage.incidents.Stage;
import dev.coalmine.storage.incidents.StageChanged;
import dev.coalmine.storage.storms.Storm;
import dev.coalmine.storage.storms.Storms;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears from what people do with its incident whether a storm is real, so that nobody has to say so twice. */
@Component
class TakenAs {

    private final Storms storms;
    private final Judging judging;

    TakenAs(Storms storms, Judging judging) {
        this.storms = storms;
        this.judging = judging;
    }

    @EventListener
    void hear(StageChanged change) {
        var person = change.person();
        if (person != null) {
            storms.of(change.incident()).stream()
                    .filter(storm -> storm.verdict().isEmpty())
                    .forEach(storm -> take(storm, change.now(), person));
        }
    }

    private void take(Storm storm, Stage stage, String person) {
        switch (stage) {
            case IDENTIFIED, MITIGATED, RESOLVED -> judging.takenForReal(storm);
            case DECLINED -> judging.not(storm, person);
            case TRIAGE, INVESTIGATING, CLOSED, MERGED -> {}
        }
    }
}
