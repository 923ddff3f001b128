package dev.coalmine.commands.storms.detector;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something failed, or fires.
 *
 * @param template what it says, without what varies; null if it says nothing
 * @param about what else is known of it
 * @param began when it happened; earlier than {@code at} if it was only known then
 */
record Failure(@Nullable String entity, @Nullable String template, Map<String, String> about, long began, long at) {

    static Failure of(Signal signal, long at) {
        var template = Template.of(signal.text(), signal.entity());
        return new Failure(signal.entity(), template, signal.attributes(), at, at);
    }

    static Failure of(Unfinished.Started given) {
        var template = Template.of(given.text(), given.entity());
        return new Failure(given.entity(), template, Map.of(), given.at(), given.due());
    }
}
