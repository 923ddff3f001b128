package dev.coalmine.commands.prompts;

import dev.coalmine.commands.incidents.Concerning;
import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Command;
import dev.coalmine.commands.language.Reply;
import dev.coalmine.commands.language.Request;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.language.Topic;
import dev.coalmine.storage.prompts.Prompts;
import dev.coalmine.storage.timeline.Draft;
import dev.coalmine.storage.timeline.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps questions away, or asks for them. */
@Component
class Snooze implements Command {

    private static final Duration LONGEST = Duration.ofHours(24);
    // Later than any incident lasts, and a time that both databases can hold.
    private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Concerning concerning;
    private final Prompts prompts;
    private final Timeline timeline;
    private final Clock clock;

    Snooze(Concerning concerning, Prompts prompts, Timeline timeline, Clock clock) {
        this.concerning = concerning;
        this.prompts = prompts;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String word() {
        return "snooze";
    }

    @Override
    public String usage() {
        return "snooze <minutes> | incident | off";
    }

    @Override
    public String does() {
        return "Keeps Coalmine's questions away for some minutes or for the whole incident; `off` asks for them,"
                + " whatever the severity.";
    }

    @Override
    public String example() {
        return "snooze 30";
    }

    @Override
    public Topic topic() {
        return Topic.INCIDENT;
    }

    @Override
    public Reply run(Request request) {
        var word = request.first().toLowerCase(Locale.ROOT);
        var incident = concerning.change(request).number();
        return switch (word) {
            case "off" -> {
                set(incident, true, null, "Questions are wanted.", request.person());
                yield Reply.line(
                        "Coalmine asks in this incident, at most once in a while. `/incident snooze 30` stops it.");
            }
            case "incident" -> {
                set(incident, prompts.wanted(incident), NEVER, "No more questions in this incident.", request.person());
                yield Reply.line("Coalmine asks nothing more in this incident. `/incident snooze off` brings it back.");
            }
            default ->
                until(
                        incident,
                        span(request.words())
                                .orElseThrow(
                                        () -> wrongUsage("Say for how many minutes, at most 24 hours: 15, 30, 60, or"
                                                + " `incident`, or `off`.")),
                        request.person());
        };
    }

    private Reply until(long incident, Duration span, String person) {
        var end = clock.instant().plus(span);
        set(incident, prompts.wanted(incident), end, "No questions for %s.".formatted(Spans.words(span)), person);
        return Reply.line("Coalmine asks nothing until %s.".formatted(Shown.time(end)));
    }

    private void set(long incident, boolean wanted, @Nullable Instant until, String words, String person) {
        prompts.set(incident, wanted, until);
        timeline.append(new Draft(incident, clock.instant(), "snooze", person, words));
    }

    private static Optional<Duration> span(String words) {
        var span =
                words.matches("\\d{1,4}") ? Optional.of(Duration.ofMinutes(Long.parseLong(words))) : Spans.read(words);
        return span.filter(it -> it.isPositive() && it.compareTo(LONGEST) <= 0);
    }
}
