package dev.coalmine.commands.storms.streams;

import java.util.function.Predicate;

/** What goes on in some companies all the time: deployments, jobs at night. */
final class UsualDays {

    private static final Predicate<Launcher> RELIABLE = launcher -> launcher.failureRate() < 0.05;

    private final Stage stage;
    private final Chance chance;

    UsualDays(Stage stage) {
        this.stage = stage;
        this.chance = stage.chance;
    }

    void happen() {
        if (chance.happens(0.4)) {
            deployments();
        }
        if (chance.happens(0.3)) {
            nightly();
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
