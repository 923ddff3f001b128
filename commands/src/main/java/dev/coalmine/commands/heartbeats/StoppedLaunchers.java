package dev.coalmine.commands.heartbeats;

import dev.coalmine.commands.incidents.Shown;
import dev.coalmine.commands.language.Spans;
import dev.coalmine.commands.services.Catalog;
import dev.coalmine.storage.coincidences.LaunchCounts;
import dev.coalmine.storage.coincidences.Launcher;
import dev.coalmine.storage.pages.Pages;
import dev.coalmine.storage.rules.Markup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Notices launchers that launched regularly and have stopped, and those that launch again. Several that are silent
 * because nothing at all is heard where they are heard are one problem.
 */
@Component
class StoppedLaunchers {

    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration PAST = Duration.ofDays(28);
    private static final int MOST = 500;
    // Each costs the reading of four weeks of minutes, once for each silence; the others come at the next look.
    private static final int MOST_JUDGED = 5;

    private final LaunchCounts counts;
    private final SilenceNews news;
    private final SilenceSettings settings;
    private final Catalog catalog;
    private final Pages pages;

    StoppedLaunchers(LaunchCounts counts, SilenceNews news, SilenceSettings settings, Catalog catalog, Pages pages) {
        this.counts = counts;
        this.news = news;
        this.settings = settings;
        this.catalog = catalog;
        this.pages = pages;
    }

    /** Looks at all of them, in the caller's transaction. */
    void look(Instant now, Instant hearingSince) {
        counts.missed().stream().filter(Launcher::launchedSince).forEach(this::back);
        var silent = counts.silentSince(LaunchCounts.minute(now.minus(SHORTEST)), MOST).stream()
                .filter(launcher -> !settings.ignores(launcher.source()))
                .collect(Collectors.partitioningBy(launcher -> launcher.judged() == null));
        Stream.of(
                        silent.getOrDefault(false, List.of()).stream(),
                        silent.getOrDefault(true, List.of()).stream().limit(MOST_JUDGED))
                .flatMap(some -> some)
                .filter(launcher -> isMissed(launcher, now, hearingSince))
                .forEach(launcher -> missed(launcher, now));
    }

    /** What was not launched while nobody listened may have been launched all the same. */
    private boolean isMissed(Launcher launcher, Instant now, Instant hearingSince) {
        var heard = launcher.lastLaunch().isAfter(hearingSince) ? launcher.lastLaunch() : hearingSince;
        return patience(launcher)
                .filter(it -> Duration.between(heard, now).compareTo(it) > 0)
                .isPresent();
    }

    /** Judged once for each silence, as its past does not change meanwhile. */
    private Optional<Duration> patience(Launcher launcher) {
        if (launcher.judged() != null) {
            return launcher.patience();
        }
        var from = LaunchCounts.minute(launcher.lastLaunch().minus(PAST));
        var patience = Rhythm.of(counts.minutes(launcher.source(), from, launcher.last() + 1))
                .patience();
        counts.judge(
                launcher, (int) patience.map(Duration::toMinutes).orElse(0L).longValue());
        return patience;
    }

    private void missed(Launcher launcher, Instant now) {
        if (counts.miss(launcher)) {
            counts.opened(launcher, news.began(silence(launcher, now), earlier(launcher)));
        }
    }

    /** The incident of another that is silent for the same reason, or its own before. */
    private @Nullable Long earlier(Launcher launcher) {
        return counts.missed().stream()
                .filter(other -> other.origin().equals(launcher.origin()) && nothingIsHeard(launcher))
                .map(Launcher::incident)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(launcher.incident());
    }

    /** Whether the last that was heard there is its own last launch. */
    private boolean nothingIsHeard(Launcher launcher) {
        return !counts.lastHeardAt(launcher.origin()).isAfter(launcher.heardAt().plus(SHORTEST));
    }

    private Silence silence(Launcher launcher, Instant now) {
        var silent = Duration.between(launcher.lastLaunch(), now);
        var service = catalog.properName(launcher.source());
        return new Silence(
                "%s has stopped launching".formatted(launcher.source()),
                service,
                null,
                now,
                "*%s* has stopped launching: its last launch was at %s, %s ago, and it is never silent for so long.%s"
                        .formatted(
                                Markup.escape(launcher.source()),
                                Shown.time(launcher.lastLaunch()),
                                Spans.words(silent),
                                nothingIsHeard(launcher)
                                        ? " Nothing else was heard since where its launches are heard, so it may be the"
                                                + " way they take."
                                        : ""));
    }

    private void back(Launcher launcher) {
        if (counts.back(launcher) && launcher.incident() != null && launcher.missed() != null) {
            var incident = launcher.incident();
            var away = Duration.ofMinutes(launcher.last() - launcher.missed());
            var others = pages.anyFiring(incident)
                    || counts.missed().stream().anyMatch(other -> incident.equals(other.incident()));
            news.ended(
                    incident,
                    "*%s* launches again: it was silent for up to %s."
                            .formatted(Markup.escape(launcher.source()), Spans.words(away)),
                    others);
        }
    }
}
