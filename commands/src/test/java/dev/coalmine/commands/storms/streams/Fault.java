package dev.coalmine.commands.storms.streams;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Something that is going to break, told in phrases. */
final class Fault {

    private final Stage stage;
    private final List<Launcher> launchers;
    private final long at;
    private long lasting = 20 * Span.MINUTE;
    private int failures = 20;
    private double share = 0.9;
    private double hit = 1;
    private long ramp;
    private boolean hangs;
    private @Nullable String cause;
    private @Nullable Toll toll;
    private Predicate<Launch> where = any -> true;

    Fault(Stage stage, List<Launcher> launchers, long at) {
        this.stage = stage;
        this.launchers = launchers;
        this.at = at;
    }

    Fault lasting(double minutes) {
        lasting = (long) (minutes * Span.MINUTE);
        return this;
    }

    /** So many hosts about; launchers that launch fewer launch more then, as they do when capacity is missing. */
    Fault failures(double about) {
        failures = (int) about;
        return this;
    }

    Fault share(double fails) {
        share = fails;
        return this;
    }

    /**
     * @param about the share of launches it holds of
     */
    Fault where(Predicate<Launch> hits, double about) {
        where = hits;
        hit = about;
        return this;
    }

    Fault ramp(double minutes) {
        ramp = (long) (minutes * Span.MINUTE);
        return this;
    }

    Fault hangs() {
        hangs = true;
        return this;
    }

    Fault saying(@Nullable String text) {
        cause = text;
        return this;
    }

    /** A part of a storm that has begun before. */
    Fault partOf(Toll earlier) {
        toll = earlier;
        return this;
    }

    Toll happens() {
        var victims = toll == null ? begin() : toll;
        var names = launchers.stream().map(Launcher::name).collect(Collectors.toSet());
        stage.breakages.add(new Breakage(
                at,
                at + lasting,
                Math.max(8, failures / 2),
                Integer.MAX_VALUE,
                where.and(launch -> names.contains(launch.launcher().name())),
                share,
                ramp,
                hangs,
                stage.chance.factorBetween(0.2, 1.6),
                cause,
                victims));
        demand();
        people();
        return victims;
    }

    private Toll begin() {
        var begun = new Toll(launchers.size() > 1, ramp > 0);
        stage.tolls.add(begun);
        return begun;
    }

    /** There is no storm where nothing is launched. */
    private void demand() {
        var expected = launchers.stream()
                        // Who launches once in an hour may not launch at all meanwhile.
                        .filter(launcher -> launcher.rhythm() != Rhythm.HOURLY)
                        .mapToDouble(launcher -> launcher.perHour(at + lasting / 2) * lasting / Span.HOUR)
                        .sum()
                * share
                * hit;
        var missing = (failures - expected) / (share * hit);
        var programs = launchers.stream()
                .filter(launcher -> !launcher.byHand())
                .sorted(Comparator.comparingDouble((Launcher launcher) -> -launcher.perHour()))
                .limit(3)
                .toList();
        for (var launcher : programs) {
            var hosts = (int) Math.ceil(Math.max(0, missing) / programs.size());
            stage.surge(launcher, at, lasting, hosts, launcher.failureRate());
        }
    }

    /** Where people launch too, some of them do so in time to be witnesses. */
    private void people() {
        launchers.stream()
                .filter(Launcher::byHand)
                .forEach(person -> stage.surge(person, at, lasting, stage.chance.between(1, 4), person.failureRate()));
    }
}
