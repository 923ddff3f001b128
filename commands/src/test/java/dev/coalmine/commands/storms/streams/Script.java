package dev.coalmine.commands.storms.streams;

import dev.coalmine.commands.storms.detector.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What happens in each family. */
final class Script {

    private static final Predicate<Launcher> ANY = any -> true;

    private final Stage stage;
    private final Chance chance;

    Script(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void play(Family family) {
        switch (family) {
            case CALM -> {}
            case ORGANIC_GROWTH -> stage.growth = chance.between(2.0, 6);
            case DEPLOY_BURST -> deployBurst(stage.between(7, 16));
            case FLAPPING_ALERT -> flappingAlert();
            case NOISY_HOST -> noisyHost();
            case NEW_BENIGN_SOURCE -> newBenignSource();
            case LARGER_NIGHTLY_BURST -> largerNightlyBurst();
            case BACKLOG_AFTER_AN_OUTAGE -> backlog();
            case STORM_IN_ONE_LAUNCHER -> ordinary(stage.launcher(ANY), stage.between(0, 16));
            case STORM_ACROSS_LAUNCHERS -> across(stage.atWork());
            case SLOW_BURN -> slowBurn();
            case STORM_AT_NIGHT -> atNight();
            case STORM_OF_ALERTS -> alerts(stage.between(0, 16));
            case STORM_IN_A_NEW_SOURCE -> newSource();
            case STORM_IN_A_THIRD_OF_THE_HOSTS -> third();
            case TWO_STORMS_AT_ONCE -> two();
            case STORM_IN_A_DEPLOY_BURST -> inADeployBurst();
            case RELAPSE -> relapse();
            case STORM_WITHOUT_TEXT -> withoutText();
            case HUNG_LAUNCHES -> hung();
            case DUPLICATED_AND_REORDERED -> messy();
            case CLOCK_SKEW -> skewed();
        }
    }

    private Launcher deployBurst(long at) {
        var launcher = stage.launcher(one -> one.failureRate() < 0.04);
        var span = chance.between(3, 12) * Span.MINUTE;
        stage.surge(launcher, at, span, chance.between(200, 800), launcher.failureRate());
        stage.note("deploy burst of " + launcher.name(), at, at + span);
        return launcher;
    }

    private void flappingAlert() {
        var service = chance.pick(stage.services);
        var entity = service.entity(chance);
        var from = stage.between(0, 16);
        var to = Math.min(from + chance.between(6, 22) * Span.HOUR, stage.end - Span.HOUR);
        var period = chance.factorBetween(1.5, 10) * Span.MINUTE;
        for (var at = from; at < to; at += (long) chance.around(period, 0.1)) {
            stage.fires(service, entity, at, at + (long) (period * chance.between(0.2, 0.6)), null, null);
        }
        stage.note("flapping alert of " + service.name(), from, to);
    }

    private void noisyHost() {
        var launcher = stage.launcher(ANY);
        var from = stage.between(0, 16);
        var span = (long) (chance.factorBetween(0.5, 8) * Span.HOUR);
        var host = launcher.launch(from, chance);
        var cause = cause();
        for (var i = 0; i < 300; i++) {
            var at = from + span * i / 300 + chance.between(0, 5 * Span.SECOND);
            var text = launcher.texts().failure(cause, host.entity(), chance);
            stage.planned.add(Planned.launch(host, at, Signal.Outcome.FAILED, text, null));
        }
        stage.note("noisy host of " + launcher.name(), from, from + span);
    }

    private void newBenignSource() {
        var at = stage.between(0, 16);
        if (chance.happens(0.6)) {
            var launcher = newcomer(at);
            stage.surge(launcher, at, Span.HOUR / 2, chance.between(0, 60), launcher.failureRate());
            stage.note("new launcher " + launcher.name(), at, stage.end);
        } else {
            var service = stage.company.service();
            stage.services.add(service);
            stage.arrivals.put(service.name(), at);
            stage.note("new service " + service.name(), at, stage.end);
        }
    }

    private Launcher newcomer(long at) {
        var launcher = stage.company.automatedLauncher();
        stage.launchers.add(launcher);
        stage.arrivals.put(launcher.name(), at);
        return launcher;
    }

    private void largerNightlyBurst() {
        var launcher = stage.launcher(ANY);
        var rate = chance.between(0.04, 0.3);
        var hour = (long) (chance.between(0.0, 5) * Span.HOUR);
        var hosts = chance.between(15, 60);
        var larger = stage.evaluated + chance.between(0, Stage.EVALUATED_DAYS - 1) * Span.DAY;
        for (var day = stage.begin; day < stage.end; day += Span.DAY) {
            var tonight = day == larger ? hosts * chance.between(1.8, 2.2) : chance.around(hosts, 0.08);
            stage.surge(launcher, day + hour, 8 * Span.MINUTE, (int) tonight, rate);
        }
        stage.note("larger nightly burst of " + launcher.name(), larger + hour, larger + hour + Span.HOUR);
    }

    private void backlog() {
        var from = stage.between(7, 16);
        var to = from + (long) (chance.between(22.0, 27) * Span.MINUTE);
        stage.delivery.out(from, to);
        stage.note("backlog", from, to + Span.MINUTE);
    }

    private void ordinary(Launcher launcher, long at) {
        fault(List.of(launcher), at).happens();
    }

    /** Of any size. */
    private Fault fault(List<Launcher> launchers, long at) {
        return new Fault(stage, launchers, at)
                .lasting(chance.factorBetween(6, 60))
                .failures(chance.factorBetween(12, 120))
                .share(chance.between(0.6, 1))
                .saying(cause());
    }

    /** Sometimes a storm says the same as what fails every day. */
    private @Nullable String cause() {
        return chance.happens(0.2) ? null : Texts.cause(chance);
    }

    private void across(long at) {
        var programs = stage.programs();
        var launchers = new ArrayList<>(chance.some(programs, chance.between(2, programs.size())));
        launchers.addAll(stage.people());
        fault(launchers, at).failures(chance.factorBetween(16, 150)).happens();
    }

    private void slowBurn() {
        var launcher = stage.launcher(one -> one.failureRate() < 0.06 && one.perHour() > 6);
        new Fault(stage, List.of(launcher), stage.between(6, 16))
                .lasting(chance.between(180.0, 420))
                .ramp(chance.between(90.0, 240))
                .share(chance.between(0.3, 0.7))
                .failures(chance.between(25, 60))
                .saying(cause())
                .happens();
    }

    private void atNight() {
        new Fault(stage, List.of(stage.launcher(one -> one.perHour() < 15)), stage.between(0.5, 4.5))
                .lasting(chance.between(12.0, 40))
                .failures(chance.between(9, 15))
                .share(chance.between(0.7, 1))
                .saying(cause())
                .happens();
    }

    private void alerts(long at) {
        var toll = new Toll(false, false);
        stage.tolls.add(toll);
        var span = chance.factorBetween(2, 15) * Span.MINUTE;
        var over = at + (long) (span + chance.factorBetween(5, 90) * Span.MINUTE);
        var cause = chance.happens(0.4) ? Texts.cause(chance) : null;
        var watched = stage.services.stream()
                .filter(service -> service.entities() > 2)
                .toList();
        var many = chance.between(4, watched.size());
        var from = at;
        for (var service : chance.some(watched, many)) {
            var hosts = Math.clamp((int) chance.around(1.7, 0.7), many < 10 ? 3 : 1, service.entities());
            var number = chance.between(0, service.entities());
            for (var i = 0; i < hosts; i++) {
                var entity = service.entity(1 + (number + i) % service.entities());
                stage.fires(service, entity, from, over + chance.between(0, 5 * Span.MINUTE), toll, cause);
                from = at + (long) Math.min(chance.waiting(span / 2), span);
            }
        }
    }

    private void newSource() {
        var at = stage.between(3, 16);
        var launcher = newcomer(at - (long) (chance.happens(0.4) ? 0 : chance.between(0.0, 3) * Span.HOUR));
        if (launcher.failureRate() > 0.08 || launcher.naming() == Launcher.Naming.NOT_AT_ALL) {
            launcher = stage.replace(launcher, launcher.tame());
        }
        fault(List.of(launcher), at).failures(chance.factorBetween(12, 60)).happens();
    }

    private void third() {
        var launcher = stage.launcher(one -> one.failureRate() < 0.08);
        var fault = fault(List.of(launcher), stage.between(0, 16))
                .lasting(chance.factorBetween(10, 60))
                .failures(chance.factorBetween(14, 80));
        if (launcher.images().size() > 1 && chance.happens(0.3)) {
            var image = launcher.images().get(1);
            fault.where(launch -> launch.image().equals(image), 0.25).share(chance.between(0.85, 1));
        } else if (launcher.zones().size() == 3 && chance.happens(0.7)) {
            var zone = chance.pick(launcher.zones());
            fault.where(launch -> launch.zone().equals(zone), 1.0 / 3).share(chance.between(0.85, 1));
        } else {
            fault.share(chance.between(0.28, 0.4));
        }
        fault.happens();
    }

    private void two() {
        var at = stage.between(0, 14);
        var one = stage.launcher(launcher -> launcher.texts() != Texts.NONE);
        var text = Texts.cause(chance);
        fault(List.of(one), at).saying(text).happens();
        if (chance.happens(0.5)) {
            alerts(at + chance.between(0, 20) * Span.MINUTE);
            return;
        }
        var other = stage.launcher(launcher -> !launcher.name().equals(one.name()));
        fault(List.of(other), at + chance.between(10, 60) * Span.MINUTE)
                .saying(otherThan(text))
                .happens();
    }

    private String otherThan(String text) {
        var other = Texts.cause(chance);
        return other.equals(text) ? otherThan(text) : other;
    }

    private void inADeployBurst() {
        var at = stage.between(7, 16);
        var deploying = deployBurst(at);
        var from = at + chance.between(0, 3) * Span.MINUTE;
        if (chance.happens(0.5)) {
            fault(List.of(deploying), from)
                    .lasting(chance.between(5.0, 15))
                    .failures(chance.between(20, 60))
                    .share(chance.between(0.15, 0.4))
                    .saying(Texts.cause(chance))
                    .happens();
        } else {
            ordinary(stage.launcher(one -> !one.name().equals(deploying.name())), from);
        }
    }

    private void relapse() {
        var launcher = stage.launcher(ANY);
        var at = stage.between(0, 13);
        var minutes = chance.factorBetween(8, 25);
        var text = cause();
        var first = fault(List.of(launcher), at).lasting(minutes).saying(text);
        var toll = first.happens();
        var sameHour = chance.happens(0.5);
        var gap = sameHour ? chance.between(25.0, 45) : chance.between(100.0, 240);
        var again = fault(List.of(launcher), at + (long) ((minutes + gap) * Span.MINUTE))
                .saying(text);
        if (sameHour) {
            again.partOf(toll);
        }
        again.happens();
    }

    private void withoutText() {
        var silent = stage.launcher(ANY);
        if (chance.happens(0.5)) {
            stage.launchers.replaceAll(Launcher::silent);
        }
        ordinary(stage.replace(silent, silent.silent()), stage.between(0, 16));
    }

    private void hung() {
        fault(List.of(stage.launcher(Launcher::tellsStarts)), stage.between(0, 16))
                .failures(chance.factorBetween(12, 60))
                .hangs()
                .happens();
    }

    private void messy() {
        stage.delivery.messy(chance.between(0.1, 0.6), chance.factorBetween(3, 40) * Span.SECOND);
        anyStorm();
    }

    private void skewed() {
        stage.delivery.skewed((long) (chance.factorBetween(0.5, 6) * Span.MINUTE));
        anyStorm();
    }

    private void anyStorm() {
        if (chance.happens(0.5)) {
            across(stage.atWork());
        } else {
            ordinary(stage.launcher(ANY), stage.between(0, 16));
        }
    }
}
