package dev.coalmine.sandbox.load;

import dev.coalmine.sandbox.script.Script;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A load run: slash commands at a steady rate, and if wished alerts as fast as they are taken, by turns to the bot and to
 * an Alertmanager beside it, so that whatever else the machine does in the meantime falls on both.
 */
public final class Load {

    private final LoadSettings settings;
    private final PrintStream out;

    public Load(LoadSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /**
     * Returns whether every command was acknowledged in Slack's three seconds, no request failed, and nothing was lost.
     *
     * @throws IllegalStateException if there is nothing to drive
     */
    public boolean run() throws InterruptedException {
        var commands = settings.rate() == 0
                ? Optional.<Commands>empty()
                : Optional.of(Commands.at(new Script(settings.sandbox()), settings.rate()));
        return settings.hooks().isEmpty() ? commandsOnly(commands) : withAlerts(commands);
    }

    private boolean commandsOnly(Optional<Commands> commands) throws InterruptedException {
        var driver = commands.orElseThrow(() -> new IllegalStateException("No commands and no alerts: nothing to do."));
        out.printf("Warming up for %d s%n", settings.warmUp().toSeconds());
        driver.drive(settings.warmUp());
        out.printf(
                "%d commands a second for %d s%n",
                settings.rate(), settings.time().toSeconds());
        var answered = driver.drive(settings.time());
        out.printf(
                "acknowledged %d, failed %d; %s%n",
                answered.times().count(), answered.failed(), answered.times().inWords());
        return answered.failed() == 0;
    }

    private boolean withAlerts(Optional<Commands> commands) throws InterruptedException {
        try (var beside = beside().orElse(null)) {
            var ours = settings.hooks().stream().map(this::hook).toList();
            var theirs = Optional.ofNullable(beside).map(it -> Target.alertmanager(settings, it.address()));
            var targets = Stream.concat(ours.stream(), theirs.stream()).toList();
            var meters = new Meters(settings.bot(), settings.token());
            var phases = new Phases(settings, commands, new Machine(settings, theirs), meters, out);
            var before = meters.taken();
            phases.warmUp(targets);
            phases.run(targets);
            phases.summary(ours, theirs);
            return phases.nothingLost(before) && phases.nothingFailed();
        }
    }

    private Optional<Alertmanager> beside() throws InterruptedException {
        try {
            var where = settings.alertmanager();
            return where == null ? Optional.empty() : Optional.of(Alertmanager.at(where));
        } catch (IOException e) {
            throw new IllegalStateException("The Alertmanager did not start.", e);
        }
    }

    private Target hook(String name) {
        return name.equals("generic") ? Target.generic(settings) : Target.alertmanagerHook(settings);
    }
}
