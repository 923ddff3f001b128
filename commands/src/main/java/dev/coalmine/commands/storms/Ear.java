package dev.coalmine.commands.storms;

import dev.coalmine.commands.storms.detector.Detector;
import dev.coalmine.commands.storms.detector.Sensitivity;
import dev.coalmine.commands.storms.detector.StormEvent;
import dev.coalmine.storage.signals.HeardSignal;
import dev.coalmine.storage.signals.KeptSignal;
import dev.coalmine.storage.storms.DetectorMemory.Copy;
import dev.coalmine.storage.storms.DetectorMemory.Kept;
import dev.coalmine.storage.storms.DetectorMemory.Position;
import dev.coalmine.storage.storms.DetectorMemory.Put;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The detector, and how far it has heard. What it says follows from what it was given in what order, so that whoever gives
 * it the same from the beginning, or from a copy on, has it in the same state.
 */
final class Ear {

    private static final long LATE = 30 * 60_000;

    private final Detector detector;
    private Position at;
    private long clock;
    private boolean live;
    private long firstAlert = Long.MAX_VALUE;

    private Ear(Detector detector, Position at) {
        this.detector = detector;
        this.at = at;
    }

    /** One that has heard nothing. */
    static Ear fresh(Sensitivity sensitivity) {
        return new Ear(new Detector(sensitivity), new Position(0, 0));
    }

    /** @throws IOException when the copy is of another version, or broken */
    static Ear of(Copy copy) throws IOException {
        var in = new ByteArrayInputStream(copy.bytes());
        var own = new DataInputStream(in);
        var clock = own.readLong();
        var live = own.readBoolean();
        var firstAlert = own.readLong();
        var ear = new Ear(Detector.restore(in), copy.at());
        ear.clock = clock;
        ear.live = live;
        ear.firstAlert = firstAlert;
        return ear;
    }

    byte[] copy() {
        var bytes = new ByteArrayOutputStream();
        try (var own = new DataOutputStream(bytes)) {
            own.writeLong(clock);
            own.writeBoolean(live);
            own.writeLong(firstAlert);
            detector.save(own);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory cannot be written", impossible);
        }
        return bytes.toByteArray();
    }

    Detector detector() {
        return detector;
    }

    Position at() {
        return at;
    }

    void isAt(Position position) {
        at = position;
    }

    /** Whether what it heard last had just arrived: it is not being told of the past. */
    boolean live() {
        return live;
    }

    /** Whether it has listened to alerts for that long. */
    boolean knowsAlertsFor(Duration atLeast) {
        return firstAlert != Long.MAX_VALUE && clock - firstAlert >= atLeast.toMillis();
    }

    /** The time up to which it has heard, in milliseconds since 1970. */
    long clock() {
        return clock;
    }

    List<StormEvent> hear(KeptSignal kept) {
        at = new Position(kept.number(), at.put());
        var signal = kept.signal();
        var received = signal.received().toEpochMilli();
        var happened = signal.at().toEpochMilli();
        // Somebody tells the past in its order, before there is a present: then it is heard as if it were.
        var past = received - happened > LATE && happened >= clock;
        live = !past && (live || received - happened <= LATE);
        clock = Math.max(clock, past ? happened : received);
        if (signal.kind() == HeardSignal.Kind.ALERT) {
            firstAlert = Math.min(firstAlert, clock);
        }
        return detector.hear(Signals.of(signal, clock));
    }

    List<StormEvent> put(Kept kept) {
        at = new Position(at.signal(), kept.number());
        var put = kept.put();
        clock = Math.max(clock, put.at().toEpochMilli());
        return switch (put.what()) {
            case "tick" -> detector.tick(clock);
            case "expected" -> detector.expected(storm(put), millis(put.until()), clock);
            case "not_a_storm" -> detector.notAStorm(storm(put), clock);
            case "real" -> detector.isReal(storm(put));
            case "split" -> detector.split(storm(put), String.valueOf(put.source()), clock);
            // From a newer version that was here before: what it meant is not known.
            default -> List.of();
        };
    }

    private static int storm(Put put) {
        return put.storm() == null ? 0 : put.storm();
    }

    private static long millis(@Nullable Instant moment) {
        return moment == null ? 0 : moment.toEpochMilli();
    }
}
