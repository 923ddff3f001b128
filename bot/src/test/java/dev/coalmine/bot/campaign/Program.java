package dev.coalmine.bot.campaign;

import dev.coalmine.bot.BotApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The bot as a program to start again and again. Starting takes most of a run's time, so it is given jars, which the
 * JVM can keep an archive of, and that archive.
 */
final class Program {

    private static final int TRAINING_SECONDS = 120;
    private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

    static {
        // A campaign that is broken off leaves nobody behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> STARTED.forEach(Process::destroyForcibly)));
    }

    private final String classPath;
    private final List<String> options;

    private Program(String classPath, List<String> options) {
        this.classPath = classPath;
        this.options = options;
    }

    /** As the class path is: nothing to prepare, slower starts. */
    static Program asItIs() {
        return new Program(String.join(File.pathSeparator, parts()), List.of());
    }

    /** Prepares fast starts; takes some twenty seconds. */
    static Program prepared(Path folder) throws Exception {
        Files.createDirectories(folder);
        var jars = new ArrayList<String>();
        for (var part : parts()) {
            jars.add(Files.isDirectory(Path.of(part)) ? packed(Path.of(part), folder, jars.size()) : part);
        }
        var classPath = String.join(File.pathSeparator, jars);
        var archive = folder.resolve("coalmine.aot").toAbsolutePath();
        var training = new Program(classPath, List.of("-XX:AOTCacheOutput=" + archive));
        var process = training.start(folder.resolve("training.log"), List.of("train"));
        if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS) || !Files.exists(archive)) {
            process.destroyForcibly();
            return new Program(classPath, List.of());
        }
        return new Program(classPath, List.of("-XX:AOTCache=" + archive));
    }

    Process start(Path log, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "-Xlog:aot=off",
                "-Xlog:aot+codecache+stubs=off"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, BotApplication.class.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        STARTED.add(process);
        return process;
    }

    /** What the bot needs of the tests' class path. */
    private static List<String> parts() {
        var all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .collect(Collectors.toList());
    }

    private static String packed(Path classes, Path folder, int number) throws IOException {
        var jar = folder.resolve("classes-%d.jar".formatted(number));
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            files.filter(it -> !it.equals(classes)).sorted().forEach(file -> add(out, classes, file));
        }
        return jar.toAbsolutePath().toString();
    }

    private static void add(JarOutputStream out, Path root, Path file) {
        var name = root.relativize(file).toString().replace(File.separatorChar, '/');
        try {
            out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
            if (Files.isRegularFile(file)) {
                Files.copy(file, out);
            }
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
