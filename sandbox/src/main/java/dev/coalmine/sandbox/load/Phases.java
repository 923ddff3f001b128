package dev.coalmine.sandbox.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One target after the other, singly and in groups, again and again; with slash commands meanwhile. */
final class Phases {

    private static final Duration MOST_SETTLING = Duration.ofMinutes(10);

    private final LoadSettings settings;
    private final Optional<Commands> commands;
    private final Machine machine;
    private final Meters meters;
    private final PrintStream out;
    private final List<Phase> done = new ArrayList<>();
    private long requestsKept;

    Phases(LoadSettings settings, Optional<Commands> commands, Machine machine, Meters meters, PrintStream out) {
        this.settings = settings;
        this.commands = commands;
        this.machine = machine;
        this.meters = meters;
        this.out = out;
    }

    /** Alerts to one target in requests of one size, for a while. */
    private record Phase(Target target, int group, Tally tally, Commands.Answered answered, double seconds) {

        double perSecond() {
            return tally.accepted() * group / seconds;
        }
    }

    void warmUp(List<Target> targets) throws InterruptedException {
        out.printf("Warming up, %d s each%n", settings.warmUp().toSeconds());
        for (var target : targets) {
            for (var group : settings.groups()) {
                keep(target, phase(target, group, settings.warmUp()));
                settle(target);
            }
        }
    }

    void run(List<Target> targets) throws InterruptedException {
        for (var round = 1; round <= settings.rounds(); round++) {
            for (var group : settings.groups()) {
                for (var target : targets) {
                    out.printf("%nRound %d, %s, groups of %d%n", round, target.name(), group);
                    var before = machine.used();
                    var phase = phase(target, group, settings.time());
                    out.println(words(phase));
                    out.println("  " + Machine.between(before, machine.used(), phase.seconds()));
                    keep(target, phase);
                    done.add(phase);
                    settle(target);
                }
            }
        }
    }

    /** What each took of alerts per second over all rounds, and how ours compare. */
    void summary(List<Target> ours, Optional<Target> theirs) {
        out.printf("%nAlerts accepted per second, over %d rounds%n", settings.rounds());
        for (var group : settings.groups()) {
            var measure = theirs.map(it -> mean(it, group));
            measure.ifPresent(it -> out.printf(Locale.ROOT, "  groups of %d: Alertmanager %.0f%n", group, it));
            for (var hook : ours) {
                out.printf(
                        Locale.ROOT,
                        "  groups of %d: %s %.0f%s%n",
                        group,
                        hook.name(),
                        mean(hook, group),
                        measure.map(it -> String.format(Locale.ROOT, ", ratio %.2f", mean(hook, group) / it))
                                .orElse(""));
            }
        }
    }

    boolean nothingFailed() {
        return done.stream()
                .allMatch(
                        phase -> phase.tally().failed() == 0 && phase.answered().failed() == 0);
    }

    /** Whether the bot has read from its log at least as many requests as it has accepted. */
    boolean nothingLost(OptionalDouble before) throws InterruptedException {
        var now = meters.taken();
        if (before.isEmpty() || now.isEmpty()) {
            out.printf("Whether anything was lost is not known: the bot does not show its metrics.%n");
            return true;
        }
        var read = (long) (now.getAsDouble() - before.getAsDouble());
        out.printf("Requests acknowledged %d, read from the alert log %d%n", requestsKept, read);
        return read >= requestsKept;
    }

    private void keep(Target target, Phase phase) {
        if (isOurs(target)) {
            requestsKept += phase.tally().accepted();
        }
    }

    private Phase phase(Target target, int group, Duration time) throws InterruptedException {
        var request = target.request(group);
        var senders = new Senders(target.address(), settings.connections());
        Callable<Commands.Answered> asking = () -> commands.isEmpty()
                ? new Commands.Answered(new Times(), 0)
                : commands.get().drive(time);
        try (var beside = Executors.newSingleThreadExecutor()) {
            var asked = beside.submit(asking);
            var began = System.nanoTime();
            var tally = senders.send(request, group, time);
            var seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
            return new Phase(target, group, tally, asked.get(), seconds);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("The slash commands broke.", broken);
        }
    }

    private static String words(Phase phase) {
        var tally = phase.tally();
        return String.format(
                Locale.ROOT,
                "  %.0f alerts/s; requests accepted %d, refused %d, failed %d; %s%n  commands failed %d; %s",
                phase.perSecond(),
                tally.accepted(),
                tally.refused(),
                tally.failed(),
                tally.times().inWords(),
                phase.answered().failed(),
                phase.answered().times().inWords());
    }

    /** Lets the bot read what it has taken, so that this work does not fall into the next one's time. */
    private void settle(Target target) throws InterruptedException {
        if (!isOurs(target)) {
            return;
        }
        var began = System.nanoTime();
        while (meters.waiting().orElse(0) > 0 && System.nanoTime() - began < MOST_SETTLING.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
        out.printf(
                Locale.ROOT,
                "  read from the log %.1f s later%n",
                (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1));
    }

    private boolean isOurs(Target target) {
        return target.name().startsWith("/hooks/");
    }

    private double mean(Target target, int group) {
        return done.stream()
                .filter(phase -> phase.target().equals(target) && phase.group() == group)
                .mapToDouble(Phase::perSecond)
                .average()
                .orElse(0);
    }
}
