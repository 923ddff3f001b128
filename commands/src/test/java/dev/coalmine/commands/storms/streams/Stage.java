package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A company, its days, and what is going to happen in them. */
final class Stage {

    /** The first of these recordings begins on a Monday, 2026-03-02. */
    private static final long MONDAY = 20_514 * Span.DAY;

    static final int EVALUATED_DAYS = 3;

    final Chance chance;
    final Company company;
    final Delivery delivery;
    final long begin;
    final long evaluated;
    final long end;
    final List<Launcher> launchers;
    final List<AlertService> services;
    final Map<String, Long> arrivals = new HashMap<>();
    final List<Launch> launches = new ArrayList<>();
    final List<Planned> planned = new ArrayList<>();
    final List<Breakage> breakages = new ArrayList<>();
    final List<Toll> tolls = new ArrayList<>();
    final List<Benign> benign = new ArrayList<>();
    final double ripples;
    /** How many times as much is launched at the end as at first. */
    double growth = 1;

    Stage(Family family, long seed) {
        this.chance = new Chance(family, seed);
        this.company = new Company(chance);
        this.delivery = new Delivery(chance);
        this.begin = MONDAY + chance.between(0, 27) * Span.DAY;
        this.evaluated = begin + chance.between(6, 10) * Span.DAY;
        this.end = evaluated + EVALUATED_DAYS * Span.DAY;
        this.launchers = new ArrayList<>(company.launchers());
        this.services = new ArrayList<>(company.services());
        this.ripples = chance.between(0, 1.5);
        new UsualDays(this).happen();
        new Script(this).play(family);
    }

    List<Launcher> programs() {
        return launchers.stream().filter(launcher -> !launcher.byHand()).toList();
    }

    List<Launcher> people() {
        return launchers.stream().filter(Launcher::byHand).toList();
    }

    boolean there(String source, long time) {
        return time >= arrivals.getOrDefault(source, begin);
    }

    double growth(long time) {
        return time < evaluated ? 1 : 1 + (growth - 1) * (time - evaluated) / (end - evaluated);
    }

    /** On one of the days to be judged, with at least eight hours left. */
    long between(double fromHour, double toHour) {
        var day = evaluated + chance.between(0, EVALUATED_DAYS - 1) * Span.DAY;
        return day + (long) (chance.between(fromHour, Math.min(toHour, 16)) * Span.HOUR);
    }

    /** When people work. */
    long atWork() {
        var time = between(9, 16);
        while (Span.weekend(time)) {
            time = between(9, 16);
        }
        return time;
    }

    /** One by a program, of which {@code suits} holds; if there is none, one that is well-behaved from now on. */
    Launcher launcher(Predicate<Launcher> suits) {
        var suiting = programs().stream()
                .filter(launcher -> launcher.naming() != Launcher.Naming.NOT_AT_ALL)
                .filter(suits)
                .toList();
        if (suiting.isEmpty()) {
            var tamed = chance.pick(programs());
            return replace(tamed, tamed.tame());
        }
        return chance.pick(suiting);
    }

    /** From now on the new one launches in the old one's place. */
    Launcher replace(Launcher old, Launcher by) {
        launchers.replaceAll(launcher -> launcher.name().equals(old.name()) ? by : launcher);
        return by;
    }

    /** So many more hosts than usual, spread over the span. */
    void surge(Launcher launcher, long at, long span, int hosts, double failureRate) {
        for (var i = 0; i < hosts; i++) {
            launches.add(launcher.launch(at + chance.between(0, span), chance).failing(failureRate));
        }
    }

    /** The alert of an entity begins and ends. */
    void fires(
            AlertService service,
            @Nullable String entity,
            long from,
            long to,
            @Nullable Toll toll,
            @Nullable String cause) {
        var text = service.texts().failure(cause, entity, chance);
        planned.add(Planned.alert(service, from, entity, Signal.Outcome.FIRING, text, toll));
        var fine = Texts.filled(service.texts().good(), entity, chance);
        planned.add(Planned.alert(service, to, entity, Signal.Outcome.RESOLVED, fine, null));
    }

    void note(String what, long from, long to) {
        benign.add(new Benign(what, from, to));
    }
}
