package dev.coalmine.commands.launches;

import dev.coalmine.commands.workspace.Heard;
import dev.coalmine.storage.signals.HeardSignal;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads launches out of messages of the past, by the rules that are built in; nothing is recorded. */
public final class PastLaunches {

    private final LaunchRules rules =
            new LaunchRules(new LaunchSettings(List.of(), List.of()), UnaryOperator.identity());

    /** What a message tells of, as if it had been heard when it was written; nothing if it tells of no launch. */
    public List<HeardSignal> in(Heard.Posted message) {
        return switch (rules.read(message)) {
            case Reading.Understood understood ->
                understood.notices().stream()
                        .map(notice -> WatchLaunches.signal(message, notice, WatchLaunches.timeOf(message.at())))
                        .toList();
            case Reading.NotUnderstood _ -> List.of();
        };
    }
}
