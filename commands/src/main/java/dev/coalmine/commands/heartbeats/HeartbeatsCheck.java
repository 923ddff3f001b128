package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.doctor.Check;
import dev.coalmine.commands.doctor.Finding;
import dev.coalmine.storage.heartbeats.Heartbeat;
import dev.coalmine.storage.heartbeats.Heartbeats;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Which heartbeats are silent, or have never been heard. */
@Component
class HeartbeatsCheck implements Check {

    private static final int NAMED = 10;

    private final Heartbeats heartbeats;

    HeartbeatsCheck(Heartbeats heartbeats) {
        this.heartbeats = heartbeats;
    }

    @Override
    public String name() {
        return "heartbeats";
    }

    @Override
    public Finding look() {
        var all = heartbeats.all();
        var silent = names(all, it -> it.silentSince() != null);
        var waiting = names(all, it -> it.beatAt() == null);
        if (!silent.isEmpty()) {
            return new Finding.Notice(
                    "silent: " + silent,
                    "look at whoever should send them; `/incident heartbeat list` says since when");
        }
        return waiting.isEmpty()
                ? new Finding.Well("%d, none silent".formatted(all.size()))
                : new Finding.Notice(
                        "never heard: " + waiting,
                        "let them be sent, see docs/heartbeats.md, or take them away with `/incident heartbeat"
                                + " remove`");
    }

    private static String names(List<Heartbeat> all, Predicate<Heartbeat> which) {
        return String.join(
                ", ",
                all.stream().filter(which).map(Heartbeat::name).limit(NAMED).toList());
    }
}
