package dev.coalmine.bot.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Plays signals, one line of JSON each and in the order in which they were received, to a detector that has heard nothing
 * before, and writes down what it says.
 */
public final class Replay {

    private static final String USAGE = """
        Usage: replay FILE [--days=30]
          FILE    lines of JSON, “-” for standard input
          --days  how rarely chance alone may raise an alarm, in days\
        """;
    private static final int BUFFER = 1 << 16;
    private static final int WELL = 0;
    private static final int LINES_SKIPPED = 1;
    private static final int NOT_DONE = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream complaints;

    public Replay(InputStream in, PrintStream out, PrintStream complaints) {
        this.in = in;
        this.out = out;
        this.complaints = complaints;
    }

    /** Returns 0 when all lines were played, 1 when some had to be skipped, 2 when nothing could be done. */
    public int run(List<String> arguments) {
        var files = arguments.stream().filter(it -> !it.startsWith("--")).toList();
        if (files.size() != 1) {
            complaints.println(USAGE);
            return NOT_DONE;
        }
        try (var lines = open(files.getFirst())) {
            return play(lines, new Detector(sensitivity(arguments)));
        } catch (IOException unreadable) {
            complaints.println("%s cannot be read: %s".formatted(files.getFirst(), unreadable.getMessage()));
            return NOT_DONE;
        } catch (IllegalArgumentException wrong) {
            complaints.println(wrong.getMessage());
            complaints.println(USAGE);
            return NOT_DONE;
        }
    }

    private BufferedReader open(String file) throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(in, UTF_8), BUFFER)
                : new BufferedReader(new InputStreamReader(Files.newInputStream(Path.of(file)), UTF_8), BUFFER);
    }

    private static Sensitivity sensitivity(List<String> arguments) {
        var days = Sensitivity.USUAL.daysBetweenFalseAlarms();
        for (var argument : arguments) {
            if (argument.startsWith("--days=")) {
                days = number(argument.substring("--days=".length()));
            } else if (argument.startsWith("--")) {
                throw new IllegalArgumentException("There is no option " + argument + ".");
            }
        }
        return new Sensitivity(days);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException("“%s” is no number of days.".formatted(text), none);
        }
    }

    private int play(BufferedReader lines, Detector detector) throws IOException {
        var reader = new Lines();
        var answers = new Answers(out);
        var number = 0L;
        var skipped = 0L;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                detector.hear(reader.read(line)).forEach(answers::say);
            } catch (BadLine bad) {
                skipped++;
                complaints.println("Line %d is skipped: %s.".formatted(number, bad.getMessage()));
            }
        }
        out.flush();
        return skipped == 0 ? WELL : LINES_SKIPPED;
    }
}
