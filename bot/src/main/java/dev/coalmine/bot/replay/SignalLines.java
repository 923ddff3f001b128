package dev.coalmine.bot.replay;

import dev.coalmine.commands.storms.detector.Signal;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.function.Consumer;

/** One signal in each line. */
record SignalLines(BufferedReader lines) implements Past {

    // Time does not run backwards: what was overtaken on its way into the file was received with what overtook it.
    private static final long OVERTAKEN = 24 * 3_600_000;

    @Override
    public void tell(Consumer<Signal> listener, Skipped skipped) throws IOException {
        var reader = new Lines();
        var now = Long.MIN_VALUE;
        var number = 0L;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                var signal = inOrder(reader.read(line), now);
                now = signal.received();
                listener.accept(signal);
            } catch (BadLine bad) {
                skipped.line(number, String.valueOf(bad.getMessage()));
            }
        }
    }

    private static Signal inOrder(Signal signal, long now) throws BadLine {
        if (signal.received() >= now) {
            return signal;
        }
        if (now - signal.received() > OVERTAKEN) {
            throw new BadLine("it was received more than a day before a line above it");
        }
        return new Signal(
                signal.at(),
                now,
                signal.kind(),
                signal.source(),
                signal.automated(),
                signal.entity(),
                signal.outcome(),
                signal.text(),
                signal.attributes());
    }
}
