package dev.coalmine.sandbox.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A program on this machine and the processes it has started: how much of the machine they have used. Only where there is
 * Linux's {@code /proc}; elsewhere, and for what runs on another machine, nothing is known.
 */
final class Processes {

    private static final Path PROC = Path.of("/proc");
    private static final double TICKS_PER_SECOND = 100;
    private static final String LISTENING = "0A";

    private final long root;
    private final boolean withChildren;

    private Processes(long root, boolean withChildren) {
        this.root = root;
        this.withChildren = withChildren;
    }

    /**
     * What has been used up to now.
     *
     * @param cpuSeconds over all cores
     * @param megabytes that are in memory now; what processes share is counted once
     */
    record Used(double cpuSeconds, double megabytes) {

        static final Used NOTHING = new Used(0, 0);
    }

    /** This very process, without what it has started. */
    static Processes ourselves() {
        return new Processes(ProcessHandle.current().pid(), false);
    }

    /** The program that listens on this port of this machine. */
    static Optional<Processes> listeningOn(int port) {
        var sockets = listening(port);
        return sockets.isEmpty()
                ? Optional.empty()
                : processes()
                        .filter(pid -> holdsAny(pid, sockets))
                        .min(Long::compare)
                        .map(pid -> new Processes(pid, true));
    }

    Used used() {
        var family = family();
        return new Used(
                family.stream().mapToDouble(Processes::cpuSeconds).sum(),
                family.stream().mapToDouble(Processes::megabytes).sum());
    }

    private List<Long> family() {
        if (!withChildren) {
            return List.of(root);
        }
        Map<Long, List<Long>> children = processes().collect(Collectors.groupingBy(Processes::parent));
        var family = new ArrayList<>(List.of(root));
        for (var i = 0; i < family.size(); i++) {
            family.addAll(children.getOrDefault(family.get(i), List.of()));
        }
        return family;
    }

    private static Stream<Long> processes() {
        try (var all = Files.list(PROC)) {
            return all
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("\\d+"))
                    .map(Long::valueOf)
                    .toList()
                    .stream();
        } catch (IOException noProc) {
            return Stream.empty();
        }
    }

    private static List<String> listening(int port) {
        var local = ":%04X".formatted(port);
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> lines(PROC.resolve(table)).stream())
                .map(line -> line.strip().split("\\s+"))
                .filter(line -> line.length > 9 && line[1].endsWith(local) && line[3].equals(LISTENING))
                .map(line -> "socket:[%s]".formatted(line[9]))
                .toList();
    }

    private static boolean holdsAny(long pid, List<String> sockets) {
        try (var files = Files.list(PROC.resolve(pid + "/fd"))) {
            return files.anyMatch(file -> target(file).filter(sockets::contains).isPresent());
        } catch (IOException | UncheckedIOException notOurs) {
            return false;
        }
    }

    private static Optional<String> target(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long parent(long pid) {
        return stat(pid, fields -> Long.parseLong(fields[1]), 0L);
    }

    /** With that of its children that have ended. */
    private static double cpuSeconds(long pid) {
        return stat(
                pid,
                fields -> Stream.of(11, 12, 13, 14)
                                .mapToLong(field -> Long.parseLong(fields[field]))
                                .sum()
                        / TICKS_PER_SECOND,
                0.0);
    }

    /** The fields after the name, which may have blanks and brackets in it. */
    private static <T> T stat(long pid, Function<String[], T> reader, T otherwise) {
        return lines(PROC.resolve(pid + "/stat")).stream()
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .map(reader)
                .orElse(otherwise);
    }

    private static double megabytes(long pid) {
        return lines(PROC.resolve(pid + "/smaps_rollup")).stream()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1_024)
                .sum();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException gone) {
            return List.of();
        }
    }
}
