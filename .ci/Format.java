import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks (or, with {@code apply}, rewrites) the layout of every Java file below the given folders. The formatter
 * reads Java with the compiler of the JVM it runs on, and Maven's own may be 17, so this runs on the toolchain's.
 */
class Format {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] args) throws IOException {
        var apply = args[0].equals("apply");
        var wrong = sources(List.of(args).subList(1, args.length))
                .filter(file -> differs(file, apply))
                .toList();
        if (!apply && !wrong.isEmpty()) {
            wrong.forEach(file -> System.err.println("Not formatted: " + file));
            System.err.println("Mend with: mvn -N verify -Dformat=apply");
            System.exit(1);
        }
    }

    private static Stream<Path> sources(List<String> folders) throws IOException {
        Stream<Path> all = Stream.of();
        for (var folder : folders) {
            if (Files.isDirectory(Path.of(folder))) {
                all = Stream.concat(all, Files.walk(Path.of(folder)));
            }
        }
        return all.filter(file -> file.toString().endsWith(".java"));
    }

    private static boolean differs(Path file, boolean apply) {
        try {
            var before = Files.readString(file);
            var after = FORMATTER.formatSourceAndFixImports(before);
            if (before.equals(after)) {
                return false;
            }
            if (apply) {
                Files.writeString(file, after);
            }
            return true;
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
