package dev.coalmine.commands.language;

import dev.coalmine.storage.people.People;
import dev.coalmine.storage.people.Person;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads times as people write them: {@code 10:14} in their own time zone, or a full date and time. */
@Component
public class Times {

    private static final Pattern CLOCK =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*(utc|z)?", Pattern.CASE_INSENSITIVE);
    private static final DateTimeFormatter FULL = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .toFormatter();

    private final People people;
    private final Clock clock;

    Times(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /**
     * The moment somebody means. A bare clock time is the last one that has passed: at 00:10, {@code 23:50} was
     * yesterday.
     *
     * @return empty when it is no time
     */
    public Optional<Instant> read(String words, String person) {
        var text = words.strip();
        try {
            var time = CLOCK.matcher(text);
            return Optional.of(time.matches() ? lastPast(time, zone(person)) : full(text, zone(person)));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private Instant lastPast(Matcher time, ZoneId own) {
        var zone = time.group(4) == null ? own : ZoneOffset.UTC;
        var seconds = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
        var at = LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), seconds);
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone).atTime(at).atZone(zone).toInstant();
        return today.isAfter(now)
                ? LocalDate.ofInstant(now, zone)
                        .minusDays(1)
                        .atTime(at)
                        .atZone(zone)
                        .toInstant()
                : today;
    }

    private static Instant full(String text, ZoneId own) {
        var parsed = FULL.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return parsed instanceof OffsetDateTime exact
                ? exact.toInstant()
                : LocalDateTime.from(parsed).atZone(own).toInstant();
    }

    private ZoneId zone(String person) {
        return people.findById(person)
                .map(Person::timeZone)
                .map(Times::zoneOrUtc)
                .orElse(ZoneOffset.UTC);
    }

    private static ZoneId zoneOrUtc(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
