package dev.coalmine.bot.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.coalmine.commands.storms.detector.Detector;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Plays what was recorded, in the order in which it was received, to a detector that has heard nothing before, and writes
 * down what it says.
 */
public final class Replay {

    private static final int BUFFER = 1 << 16;
    private static final int WELL = 0;
    private static final int SOME_SKIPPED = 1;
    private static final int NOT_DONE = 2;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream complaints;

    public Replay(InputStream in, PrintStream out, PrintStream complaints) {
        this.in = in;
        this.out = out;
        this.complaints = complaints;
    }

    /** Returns 0 when all was played, 1 when some of it had to be skipped, 2 when nothing could be done. */
    public int run(List<String> arguments) {
        try {
            return run(Options.read(arguments));
        } catch (IllegalArgumentException wrong) {
            complaints.println(wrong.getMessage());
            complaints.println(Options.USAGE);
            return NOT_DONE;
        }
    }

    private int run(Options options) {
        var skipped = new Skipped(complaints);
        try {
            if (options.format() == Options.Format.SLACK) {
                play(new SlackExport(existing(options.file())), options, skipped);
            } else {
                try (var lines = open(options.file())) {
                    play(past(options, lines), options, skipped);
                }
            }
            return skipped.any() ? SOME_SKIPPED : WELL;
        } catch (IOException unreadable) {
            complaints.println("%s cannot be read: %s".formatted(options.file(), unreadable.getMessage()));
            return NOT_DONE;
        }
    }

    private static Past past(Options options, BufferedReader lines) {
        return options.format() == Options.Format.ALERTMANAGER
                ? new AlertmanagerHistory(lines)
                : new SignalLines(lines);
    }

    private static Path existing(String file) throws IOException {
        var path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new IOException("it is not there");
        }
        return path;
    }

    private BufferedReader open(String file) throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(in, UTF_8), BUFFER)
                : new BufferedReader(new InputStreamReader(Files.newInputStream(Path.of(file)), UTF_8), BUFFER);
    }

    private void play(Past past, Options options, Skipped skipped) throws IOException {
        var detector = new Detector(options.sensitivity());
        if (options.summary()) {
            var summary = new Summary();
            past.tell(
                    signal -> {
                        summary.heard(signal);
                        detector.hear(signal).forEach(summary::said);
                    },
                    skipped);
            summary.print(out, detector);
        } else {
            var answers = new Answers(out);
            past.tell(signal -> detector.hear(signal).forEach(answers::say), skipped);
        }
        out.flush();
    }
}
