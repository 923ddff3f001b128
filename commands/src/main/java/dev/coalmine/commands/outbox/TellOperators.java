package dev.coalmine.commands.outbox;

import dev.coalmine.commands.workspace.Errand;
import dev.coalmine.commands.workspace.Workspace;
import dev.coalmine.storage.outbox.Dead;
import dev.coalmine.storage.outbox.Outbox;
import dev.coalmine.storage.outbox.Told;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells operators in private that something was given up: all of it at once, and not again for a while. */
@Component
public class TellOperators {

    private static final String TOPIC = "given-up";
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int MOST = 200;
    private static final int CAUSES = 5;

    private final Outbox outbox;
    private final Told told;
    private final Operators operators;
    private final Workspace workspace;
    private final Clock clock;

    TellOperators(Outbox outbox, Told told, Operators operators, Workspace workspace, Clock clock) {
        this.outbox = outbox;
        this.told = told;
        this.operators = operators;
        this.workspace = workspace;
        this.clock = clock;
    }

    /** Tells of what was given up since they were told the last time, if that is long enough ago. */
    @Transactional
    public void ofWhatWasGivenUp() {
        if (operators.names().isEmpty()) {
            return;
        }
        var since = told.upTo(TOPIC);
        var fresh = outbox.dead(MOST).stream()
                // That they could not be told is nothing to tell them.
                .filter(dead -> !dead.lane().startsWith(Workspace.OPERATORS))
                .filter(dead -> dead.at().isAfter(since))
                .toList();
        var last = fresh.stream().map(Dead::at).max(Comparator.naturalOrder());
        if (last.isPresent() && told.mayTell(TOPIC, last.get(), clock.instant(), PAUSE)) {
            var show = new Errand.Choice("Show them", "outbox");
            operators.names().forEach(name -> workspace.tellOperator(name, words(fresh), show));
            operators.redrawHomes();
        }
    }

    private static String words(List<Dead> dead) {
        var causes = dead.stream()
                .map(it -> Cause.of(it.reason()).words())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        var most = causes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(CAUSES)
                .map(cause -> "• %d × %s".formatted(cause.getValue(), cause.getKey()))
                .collect(Collectors.joining("\n"));
        return "Could not be delivered to Slack: %d%s\n%s\n`/incident outbox` shows what to do about it."
                .formatted(dead.size(), dead.size() == MOST ? " or more" : "", most);
    }
}
