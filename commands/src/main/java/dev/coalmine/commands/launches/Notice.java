package dev.coalmine.commands.launches;

import dev.coalmine.storage.signals.HeardSignal.Outcome;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One launch, as a message tells of it. */
record Notice(
        String source,
        boolean automated,
        @Nullable String entity,
        Outcome outcome,
        String text,
        @Nullable String link,
        Map<String, String> attributes) {}
