package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import dev.coalmine.commands.storms.detector.Signal.Outcome;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Lets the days go by, hour by hour; holds in memory only what has not arrived yet. What storms there were is known at the end. */
final class Simulation implements MadeUp {

    /** More hosts of a service at once are a storm, and those are only where they are known. */
    private static final int MOST_IN_A_CLUMP = 4;

    private final Stage stage;
    private final Chance chance;
    private final PriorityQueue<Launch> launches = new PriorityQueue<>(Comparator.comparingLong(Launch::time));
    private final PriorityQueue<Planned> planned = new PriorityQueue<>(Comparator.comparingLong(Planned::time));
    private final PriorityQueue<Signal> arriving = new PriorityQueue<>(Comparator.comparingLong(Signal::received));
    private final Map<String, Integer> minutes = new HashMap<>();
    private final Map<String, Double> moods = new HashMap<>();
    private long clock;

    Simulation(Family family, long seed) {
        this.stage = new Stage(family, seed);
        this.chance = stage.chance;
        this.clock = stage.begin;
        launches.addAll(stage.launches);
        planned.addAll(stage.planned);
    }

    Stage stage() {
        return stage;
    }

    @Override
    public long begin() {
        return stage.begin;
    }

    @Override
    public long evaluated() {
        return stage.evaluated;
    }

    @Override
    public List<TrueStorm> storms() {
        return stage.tolls.stream().map(Toll::storm).toList();
    }

    @Override
    public boolean hasNext() {
        while (clock < stage.end && (arriving.isEmpty() || arriving.peek().received() >= clock)) {
            hour();
        }
        return !arriving.isEmpty();
    }

    @Override
    public Signal next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The days are over.");
        }
        return arriving.remove();
    }

    private void hour() {
        var next = clock + Span.HOUR;
        if (clock % Span.DAY == 0) {
            moods.clear();
        }
        stage.launchers.forEach(this::launches);
        stage.services.forEach(this::alerts);
        ripple();
        while (!launches.isEmpty() && launches.peek().time() < next) {
            run(launches.remove());
        }
        while (!planned.isEmpty() && planned.peek().time() < next) {
            tell(planned.remove());
        }
        clock = next;
    }

    /** No day is quite like the other: how many times as often as usual a source fails today. */
    private double mood(String source) {
        return moods.computeIfAbsent(source, any -> chance.around(1, 0.25));
    }

    private void launches(Launcher launcher) {
        var mean = launcher.perHour(clock + Span.HOUR / 2) * stage.growth(clock) * chance.around(1, 0.15);
        switch (launcher.rhythm()) {
            case STEADY, WITH_TRAFFIC, WORKING_HOURS -> launches(launcher, mean, clock, Span.HOUR);
            case HOURLY -> launches(launcher, mean, clock + minute(launcher) * Span.MINUTE, Span.MINUTE);
            case EVERY_FIVE_MINUTES -> {
                for (var at = clock; at < clock + Span.HOUR; at += 5 * Span.MINUTE) {
                    launches(launcher, mean / 12, at, 8 * Span.SECOND);
                }
            }
        }
    }

    private void launches(Launcher launcher, double mean, long from, long span) {
        for (var count = chance.poisson(mean); count > 0; count--) {
            var at = from + chance.between(0, span);
            if (stage.there(launcher.name(), at)) {
                launches.add(launcher.launch(at, chance));
            }
        }
    }

    /** Not the last ones: what begins within an hour is to be within it. */
    private int minute(Launcher launcher) {
        return minutes.computeIfAbsent(launcher.name(), any -> chance.between(0, 58));
    }

    private void run(Launch launch) {
        if (launch.launcher().tellsStarts()) {
            tell(
                    launch,
                    launch.time(),
                    Outcome.STARTED,
                    launch.launcher().texts().started());
        }
        for (var breakage : stage.breakages) {
            if (chance.happens(breakage.odds(launch))) {
                breaks(launch, breakage);
                return;
            }
        }
        if (!chance.happens(launch.launcher().lost())) {
            ends(launch);
        }
    }

    private void ends(Launch launch) {
        var seconds = chance.around(launch.launcher().seconds(), 0.4);
        if (chance.happens(launch.failureRate() * mood(launch.launcher().name()))) {
            fails(launch, launch.time() + (long) (seconds * chance.between(0.3, 2) * Span.SECOND), null, null);
        } else {
            tell(
                    launch,
                    launch.time() + (long) (seconds * Span.SECOND),
                    Outcome.SUCCEEDED,
                    launch.launcher().texts().good());
        }
    }

    private void breaks(Launch launch, Breakage breakage) {
        if (breakage.hangs()) {
            // A start that is overdue: past what one of a hundred takes, but at least ten minutes.
            var patience = Math.max(10 * Span.MINUTE, (long) (launch.launcher().seconds() * 2.54 * Span.SECOND));
            var name = launch.launcher().name();
            var shown = stage.delivery.shown(name, launch.time());
            breakage.toll()
                    .add(new Casualty(
                            Signal.Kind.LAUNCH,
                            name,
                            launch.entity(),
                            launch.time(),
                            shown,
                            launch.time() + patience,
                            true));
            return;
        }
        var seconds = chance.around(launch.launcher().seconds(), 0.3) * breakage.speed();
        fails(launch, launch.time() + (long) (seconds * Span.SECOND), breakage.cause(), breakage.toll());
    }

    private void fails(Launch launch, long at, @Nullable String cause, @Nullable Toll toll) {
        var launcher = launch.launcher();
        var text = launcher.texts().failure(cause, launch.entity(), chance);
        tell(Planned.launch(launch, at, Outcome.FAILED, text, toll));
        if (launch.attempt() < 4 && chance.happens(launcher.retries())) {
            launches.add(launch.again(at + chance.between(15, 180) * Span.SECOND, chance));
        }
    }

    private void alerts(AlertService service) {
        for (var count = chance.poisson(service.perHour() * mood(service.name())); count > 0; count--) {
            var at = clock + chance.between(0, Span.HOUR);
            var hosts = 1;
            fires(service, at);
            while (hosts < MOST_IN_A_CLUMP && chance.happens(service.clumps())) {
                at += chance.between(0, 2 * Span.MINUTE);
                fires(service, at);
                hosts++;
            }
        }
    }

    /** Two or three services with one alert each: nobody's storm. */
    private void ripple() {
        if (chance.happens(stage.ripples / 24)) {
            var at = clock + chance.between(0, Span.HOUR);
            for (var service : chance.some(stage.services, chance.between(2, 3))) {
                fires(service, at + chance.between(0, 3 * Span.MINUTE));
            }
        }
    }

    private void fires(AlertService service, long at) {
        if (!stage.there(service.name(), at)) {
            return;
        }
        var entity = service.entity(chance);
        var text = service.texts().failure(null, entity, chance);
        tell(Planned.alert(service, at, entity, Outcome.FIRING, text, null));
        var over = at + (long) (chance.around(service.minutes(), 0.7) * Span.MINUTE);
        var fine = Texts.filled(service.texts().good(), entity, chance);
        planned.add(Planned.alert(service, over, entity, Outcome.RESOLVED, fine, null));
    }

    private void tell(Launch launch, long at, Outcome outcome, @Nullable String template) {
        tell(Planned.launch(launch, at, outcome, Texts.filled(template, launch.entity(), chance), null));
    }

    private void tell(Planned news) {
        var shown = stage.delivery.shown(news.source(), news.time());
        var earliest = Long.MAX_VALUE;
        for (var copies = stage.delivery.copies(); copies > 0; copies--) {
            var received = stage.delivery.arrival(news.time());
            arriving.add(news.signal(shown, received));
            earliest = Math.min(earliest, received);
        }
        if (news.toll() != null) {
            news.toll()
                    .add(new Casualty(news.kind(), news.source(), news.entity(), news.time(), shown, earliest, false));
        }
    }
}
