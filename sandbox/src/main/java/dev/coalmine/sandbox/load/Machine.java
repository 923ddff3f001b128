package dev.coalmine.sandbox.load;

import dev.coalmine.sandbox.load.Processes.Used;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The programs that take part in a run on this machine, and how much of it they use. */
final class Machine {

    private final Map<String, Processes> programs = new LinkedHashMap<>();

    Machine(LoadSettings settings, Optional<Target> alertmanager) {
        add("bot", Processes.listeningOn(port(URI.create(settings.bot()))));
        add("PostgreSQL", Optional.ofNullable(settings.database()).flatMap(Processes::listeningOn));
        add("Alertmanager", alertmanager.flatMap(it -> Processes.listeningOn(port(it.address()))));
        programs.put("driver", Processes.ourselves());
    }

    Map<String, Used> used() {
        var used = new LinkedHashMap<String, Used>();
        programs.forEach((name, processes) -> used.put(name, processes.used()));
        return used;
    }

    /** How many cores each has used between two looks, and what it has in memory at the second. */
    static String between(Map<String, Used> before, Map<String, Used> after, double seconds) {
        return after.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s %.2f cores %.0f MB",
                        entry.getKey(),
                        (entry.getValue().cpuSeconds()
                                        - before.getOrDefault(entry.getKey(), Used.NOTHING)
                                                .cpuSeconds())
                                / seconds,
                        entry.getValue().megabytes()))
                .collect(Collectors.joining(", "));
    }

    private void add(String name, Optional<Processes> found) {
        found.ifPresent(processes -> programs.put(name, processes));
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : 80;
    }
}
