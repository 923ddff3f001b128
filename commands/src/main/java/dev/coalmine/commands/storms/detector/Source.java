package dev.coalmine.commands.storms.detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A launcher, or a service of alerts: what is usual of it, and what speaks against it being so now. */
final class Source {

    static final long SLOT = 15 * 60_000;
    static final long LATE = 30 * 60_000;

    private static final double MEMORY = 7 * 86_400_000.0 / Math.log(2);
    private static final double LONG_MEMORY = 2 * MEMORY;
    // Decaying after each signal would cost more than all else; an hour is nothing against a week.
    private static final long DECAY_EVERY = 3_600_000;
    private static final long DAY = 86_400_000;
    private static final long WORTH_MENDING = 60_000;
    private static final double SUSPICIOUS = 7;

    final String name;
    final Layer layer;
    final boolean byHand;
    final int number;

    private final @Nullable Ratio ratio;
    private final @Nullable Rate rate;
    private final Excursions excursions;
    private double events;
    private double time;
    private double longTime;
    private long last;
    private long lastDecay;

    /** Of the excursion that is under way; null while there is none. */
    @Nullable
    Episode episode;

    /** The storm it belongs to, if any. */
    @Nullable
    Storm storm;

    /** How surprising it was when it last failed, in nats. */
    double odd;

    boolean queued;
    long queuedAt;
    long lastBad;
    int successesInARow;

    /** What people said of it; null while nobody did. */
    @Nullable
    Told told;

    private @Nullable String lastSaid;
    private Unfinished.@Nullable Durations durations;
    private long lag = Long.MAX_VALUE;
    private long lagBefore = Long.MAX_VALUE;
    private int lagDay;

    Source(String name, Layer layer, boolean byHand, int number, @Nullable Excursions others) {
        this.name = name;
        this.layer = layer;
        this.byHand = byHand;
        this.number = number;
        this.excursions = new Excursions(others);
        this.ratio = layer == Layer.LAUNCHERS ? new Ratio() : null;
        this.rate = layer == Layer.LAUNCHERS ? null : new Rate();
    }

    void succeeded(long at) {
        passes(at);
        events++;
        successesInARow++;
        if (ratio != null) {
            ratio.succeeded(at, learning(at));
            if (episode != null && !ratio.any()) {
                over();
            }
        }
    }

    /** @param extra what its text adds */
    void failed(Failure failure, double extra) {
        var at = failure.at();
        passes(at);
        events++;
        successesInARow = 0;
        lastBad = Math.max(lastBad, at);
        lastSaid = failure.template();
        if (evidence().failed(failure.began(), at, extra, learning(at)) && episode != null) {
            over();
        }
        if (evidence().any()) {
            if (episode == null) {
                episode = new Episode();
            }
            episode.add(failure, storm != null);
            excursions.reaches(evidence().strength());
        } else if (episode != null) {
            over();
        }
    }

    /** A failure that is as usual, by what a person said. */
    void learns(long at) {
        passes(at);
        events++;
        lastBad = Math.max(lastBad, at);
        evidence().learn(at);
    }

    /** What happens until then is planned. */
    void skips(long at) {
        last = Math.max(last, at);
        evidence().skip(at);
    }

    void expect(long until) {
        told().expect(until);
    }

    void dismiss(Part part, @Nullable String text) {
        told().dismiss(part, text);
    }

    void isApartFromNowOn(Source other) {
        told().apartFrom(other);
        other.told().apartFrom(this);
    }

    boolean isApartFrom(Source other) {
        return told != null && told.isApartFrom(other);
    }

    boolean isExpected(long received) {
        return told != null && told.isExpected(received);
    }

    /** What it does is like something that a person said is no storm. */
    boolean isDismissed() {
        return told != null && told.isDismissed(this);
    }

    private Told told() {
        if (told == null) {
            told = new Told();
        }
        return told;
    }

    private void over() {
        if (storm == null) {
            excursions.over();
        } else if (storm.isNoHabit()) {
            excursions.forget();
        } else {
            excursions.over(last);
        }
        episode = null;
    }

    /** The storm is over; it begins from nothing. */
    void calm() {
        evidence().clear();
        if (episode != null) {
            over();
        }
        storm = null;
    }

    /** What happens during an alarm is mostly not what is usual, unless it goes on. */
    double learning(long at) {
        var suspicious = evidence().any()
                && evidence().strongest() > SUSPICIOUS
                && at - evidence().onset() < Evidence.NEW_NORMAL;
        return suspicious ? 0.1 : 1;
    }

    private void passes(long at) {
        if (last == 0) {
            lastDecay = at;
        } else if (at > last) {
            time += at - last;
            longTime += at - last;
        }
        last = Math.max(last, at);
        if (last - lastDecay > DECAY_EVERY) {
            decay(last - lastDecay);
            lastDecay = last;
        }
    }

    private void decay(long passed) {
        var factor = Math.exp(-passed / MEMORY);
        events *= factor;
        time *= factor;
        if (ratio != null) {
            ratio.decay(factor);
        } else if (rate != null) {
            rate.decay(factor);
        }
        var slower = Math.exp(-passed / LONG_MEMORY);
        longTime *= slower;
        excursions.decay(slower, last);
    }

    /**
     * When it happened, by a clock that all share: what arrives from it always late, or from the future, comes from a clock
     * that is wrong.
     */
    long ownTime(long at, long received) {
        var day = (int) (received / DAY);
        if (day != lagDay) {
            lagBefore = day == lagDay + 1 ? lag : Long.MAX_VALUE;
            lag = Long.MAX_VALUE;
            lagDay = day;
        }
        lag = Math.min(lag, received - at);
        var mended = Math.min(received, at + wrong());
        // One signal from the future does not make all others late.
        return received - mended > LATE ? Math.min(at, received) : mended;
    }

    /** By how much its clock is behind, if that is worth mending. */
    private long wrong() {
        var wrong = Math.min(lag, lagBefore);
        return wrong == Long.MAX_VALUE || wrong >= 0 && wrong < WORTH_MENDING ? 0 : wrong;
    }

    /** What its own clock showed then. */
    long shown(long at) {
        return at - wrong();
    }

    /** How long its launches take. */
    Unfinished.Durations durations() {
        if (durations == null) {
            durations = new Unfinished.Durations();
        }
        return durations;
    }

    /** What it said last, unless that is a quarter of an hour ago. */
    @Nullable
    String lately(long at) {
        return at - lastBad < SLOT ? lastSaid : null;
    }

    long onset() {
        return evidence().any() ? evidence().onset() : lastBad;
    }

    /** What at least half of its failures say since its onset, if two or more do. */
    @Nullable
    String says() {
        if (episode == null) {
            return null;
        }
        var onset = onset();
        var said = new HashMap<String, Integer>();
        var all = 0;
        for (var bad : episode.failures) {
            if (bad.at >= onset) {
                all++;
                if (bad.template != null) {
                    said.merge(bad.template, 1, Integer::sum);
                }
            }
        }
        for (var text : said.entrySet()) {
            if (text.getValue() >= 2 && 2 * text.getValue() >= all) {
                return text.getKey();
            }
        }
        return null;
    }

    int failuresSinceOnset() {
        return episode == null ? 0 : episode.since(onset());
    }

    Evidence evidence() {
        return ratio != null ? ratio : Objects.requireNonNull(rate);
    }

    double strength() {
        return evidence().strength();
    }

    /** How surprising its evidence is in a quarter of an hour, in nats, given what it has been like. */
    double surprise() {
        var strength = strength();
        if (strength <= 0) {
            return 0;
        }
        var slots = time / SLOT + 1;
        var perSlot = Math.max(0.1, events / slots);
        var byRate = strength - Math.log(perSlot);
        return Math.max(0, Math.min(byRate, excursions.surprise(strength, longTime / SLOT)));
    }

    /** How many failures are usual in so many milliseconds. */
    double usual(long millis) {
        if (rate != null) {
            return rate.perHour() * millis / 3_600_000.0;
        }
        return ratio == null ? 0 : ratio.share() * events / Math.max(time, SLOT) * millis;
    }

    /** The share of its launches that usually fail. */
    double usualShare() {
        return ratio == null ? 0 : ratio.share();
    }

    /** How much time usually lies between two of its signals, in milliseconds. */
    double usualGap() {
        return Math.max(time, SLOT) / Math.max(1, events);
    }

    long lastHeard() {
        return last;
    }

    /** The failures of an excursion. */
    static final class Episode {

        private static final int MOST_REMEMBERED = 2_000;
        // The storm remembers it then.
        private static final int MOST_IN_A_STORM = 50;

        final List<Map<String, String>> attributes = new ArrayList<>();
        final List<Bad> failures = new ArrayList<>();
        private int uncounted;

        void add(Failure failure, boolean inStorm) {
            if (failures.size() >= (inStorm ? MOST_IN_A_STORM : MOST_REMEMBERED)) {
                uncounted++;
                return;
            }
            failures.add(Bad.of(failure));
            if (!failure.about().isEmpty()) {
                attributes.add(failure.about());
            }
        }

        static Episode kept(Snapshot snapshot, @Nullable Episode episode) {
            var kept = episode == null ? new Episode() : episode;
            snapshot.all(kept.attributes, about -> snapshot.words(about == null ? Map.of() : about));
            snapshot.all(kept.failures, bad -> Bad.kept(snapshot, bad));
            kept.uncounted = snapshot.number(kept.uncounted);
            return kept;
        }

        /** How many there were since then. */
        int since(long onset) {
            var count = uncounted;
            for (var n = failures.size() - 1; n >= 0; n--) {
                if (failures.get(n).at >= onset) {
                    count++;
                }
            }
            return count;
        }
    }

    /** One distinct failure. */
    record Bad(@Nullable String entity, @Nullable String template, long at) {

        static Bad of(Failure failure) {
            return new Bad(failure.entity(), failure.template(), failure.began());
        }

        static Bad kept(Snapshot snapshot, @Nullable Bad bad) {
            var entity = snapshot.text(bad == null ? null : bad.entity);
            var template = snapshot.text(bad == null ? null : bad.template);
            return new Bad(entity, template, snapshot.whole(bad == null ? 0 : bad.at));
        }
    }

    /** All but the storm it belongs to. */
    void keep(Snapshot snapshot) {
        evidence().keep(snapshot);
        excursions.keep(snapshot);
        events = snapshot.real(events);
        time = snapshot.real(time);
        longTime = snapshot.real(longTime);
        last = snapshot.whole(last);
        lastDecay = snapshot.whole(lastDecay);
        lastBad = snapshot.whole(lastBad);
        odd = snapshot.real(odd);
        successesInARow = snapshot.number(successesInARow);
        lastSaid = snapshot.text(lastSaid);
        lag = snapshot.whole(lag);
        lagBefore = snapshot.whole(lagBefore);
        lagDay = snapshot.number(lagDay);
        if (snapshot.yes(episode != null)) {
            episode = Episode.kept(snapshot, episode);
        }
        if (snapshot.yes(told != null)) {
            told = Told.kept(snapshot, told);
        }
        if (snapshot.yes(durations != null)) {
            durations().keep(snapshot);
        }
    }
}
