package dev.coalmine.bot.webhooks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What failed and where, without the words of the failure: those may quote what a source sent. */
final class Outline {

    private static final int MOST_CAUSES = 5;

    private Outline() {}

    static String of(@Nullable Throwable failure) {
        var parts = new ArrayList<String>();
        for (var cause : causes(failure)) {
            var place = place(cause);
            parts.add(cause.getClass().getSimpleName() + (place.isEmpty() ? "" : " at " + place));
        }
        return String.join(", caused by ", parts);
    }

    static List<Throwable> causes(@Nullable Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
    }

    /** The first line of our own, as those below are the same for many failures. */
    private static String place(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .filter(line -> line.getClassName().startsWith("dev.coalmine."))
                .findFirst()
                .map(StackTraceElement::toString)
                .orElse("");
    }
}
