package dev.coalmine.commands.incidents;

import dev.coalmine.storage.incidents.Incident;
import dev.coalmine.storage.rules.Markup;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How incidents and times are written in messages. */
public final class Shown {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private Shown() {}

    /** Its channel, or its number and title when there is none. */
    public static String name(Incident incident) {
        return incident.channel().map("<#%s>"::formatted).orElseGet(() -> "incident %d (%s)"
                .formatted(incident.number(), Markup.escape(incident.title())));
    }

    /** One line that says how it stands. */
    public static String line(Incident incident) {
        return "*%d* · %s · %s · %s%s"
                .formatted(
                        incident.number(),
                        incident.severity().label(),
                        incident.stage().label(),
                        Markup.escape(incident.title()),
                        channel(incident));
    }

    /** A link to a channel that cannot be used would only lead people astray. */
    private static String channel(Incident incident) {
        return incident.channelGone()
                ? " · no channel, see `/incident #%d channel`".formatted(incident.number())
                : incident.channel().map(" · <#%s>"::formatted).orElse("");
    }

    public static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /** What happened, and who did it unless the words begin with them. */
    public static String signed(String words, @Nullable String person) {
        return person == null || words.startsWith(Markup.person(person))
                ? words
                : words + " — " + Markup.person(person);
    }

    /** Shown by Slack in each reader's own time zone; the text behind the bar is for clients that cannot. */
    public static String time(Instant time) {
        return "<!date^%d^{date_short_pretty} {time_secs}|%s>".formatted(time.getEpochSecond(), UTC.format(time));
    }
}
