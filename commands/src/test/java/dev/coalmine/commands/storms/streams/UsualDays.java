package dev.coalmine.commands.storms.streams;

import java.util.function.Predicate;

/** What goes on in companies all the time: small trouble, and in some deployments and jobs at night. */
final class UsualDays {

    private static final Predicate<Launcher> RELIABLE = launcher -> launcher.failureRate() < 0.05;

    private final Stage stage;
    private final Chance chance;

    UsualDays(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void happen() {
        hiccups();
        if (chance.happens(0.4)) {
            deployments();
        }
        if (chance.happens(0.3)) {
            nightly();
        }
    }

    /** A few hosts of a launcher fail one after the other, and it is over before anybody looks. */
    private void hiccups() {
        for (var count = chance.poisson(chance.between(0.0, 15)); count > 0; count--) {
            var at = stage.begin + chance.between(0, stage.end - stage.begin);
            var name = stage.launcher(any -> true).name();
            stage.breakages.add(new Breakage(
                    at,
                    at + chance.between(2, 10) * Span.MINUTE,
                    0,
                    chance.between(1, 3),
                    launch -> launch.launcher().name().equals(name),
                    chance.between(0.5, 1),
                    0,
                    false,
                    chance.factorBetween(0.2, 1.6),
                    chance.happens(0.7) ? null : Texts.cause(chance),
                    new Toll(false, false)));
        }
    }

    private void deployments() {
        var launcher = stage.launcher(RELIABLE);
        var hosts = chance.between(15, 100);
        for (var day = stage.begin; day < stage.end; day += Span.DAY) {
            if (!Span.weekend(day) && chance.happens(0.7)) {
                var at = day + (long) (chance.between(9.0, 17) * Span.HOUR);
                var span = chance.between(5, 20) * Span.MINUTE;
                stage.surge(launcher, at, span, (int) chance.around(hosts, 0.3), launcher.failureRate());
            }
        }
    }

    private void nightly() {
        var launcher = stage.launcher(RELIABLE);
        var rate = launcher.failureRate() + chance.between(0, 0.06);
        var at = (long) (chance.between(0.0, 6) * Span.HOUR);
        var hosts = chance.between(15, 40);
        for (var day = stage.begin; day < stage.end; day += Span.DAY) {
            stage.surge(launcher, day + at, 10 * Span.MINUTE, hosts + chance.between(-3, 3), rate);
        }
    }
}
