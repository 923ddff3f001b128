package dev.coalmine.bot.webhooks;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.util.unit.DataSize;

/** The bodies of requests in memory, which are held to a size all together, so that a flood of them ends in refusals. */
final class Bodies {

    /** What became of the reading. */
    sealed interface Outcome {

        /** The raw bytes, as signatures are over them; held until it is closed. */
        record Whole(byte[] bytes, Bodies in) implements Outcome, AutoCloseable {

            @Override
            public void close() {
                in.held.addAndGet(-bytes.length);
            }
        }

        record TooLarge() implements Outcome {}

        /** There is no room for it now. */
        record NoRoom() implements Outcome {}
    }

    private static final int STEP = 32 << 10;

    // A sender that is cut off while it sends may never read why.
    private static final long MOST_READ_IN_VAIN = 32L << 20;

    private final AtomicLong held = new AtomicLong();
    private final long most;

    Bodies(DataSize most) {
        this.most = most.toBytes();
    }

    /** Reads a body; of one that is too large, no more is held than the limit. */
    Outcome read(HttpServletRequest request, DataSize largest) throws IOException {
        var limit = Math.toIntExact(largest.toBytes());
        var expected = request.getContentLengthLong();
        if (expected > limit) {
            return tooLarge(request);
        }
        if (held.get() + expected > most) {
            return new Outcome.NoRoom();
        }
        var read = read(request.getInputStream(), Math.toIntExact(expected), limit);
        return read instanceof Outcome.TooLarge ? tooLarge(request) : read;
    }

    /** Memory is taken as the bytes come, so a sender that promises many and sends none takes none from the others. */
    private Outcome read(InputStream body, int expected, int limit) throws IOException {
        var bytes = new byte[0];
        var whole = false;
        try {
            while (bytes.length <= limit) {
                var step = step(expected, bytes.length);
                if (held.addAndGet(step) > most) {
                    held.addAndGet(-step);
                    return new Outcome.NoRoom();
                }
                var more = body.readNBytes(step);
                held.addAndGet((long) more.length - step);
                bytes = bytes.length == 0 ? more : joined(bytes, more);
                if (more.length < step) {
                    whole = bytes.length <= limit;
                    return whole ? new Outcome.Whole(bytes, this) : new Outcome.TooLarge();
                }
            }
            return new Outcome.TooLarge();
        } finally {
            held.addAndGet(whole ? 0 : -bytes.length);
        }
    }

    /** One byte more than is promised shows that there is no more. */
    private static int step(int expected, int read) {
        return expected < read ? Math.max(STEP, read) : Math.min(expected - read + 1, Math.max(STEP, read));
    }

    private static byte[] joined(byte[] bytes, byte[] more) {
        var both = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, both, bytes.length, more.length);
        return both;
    }

    private static Outcome tooLarge(HttpServletRequest request) throws IOException {
        // One that asked before it sent has not sent yet.
        if (request.getHeader("Expect") == null) {
            readInVain(request.getInputStream());
        }
        return new Outcome.TooLarge();
    }

    private static void readInVain(InputStream rest) throws IOException {
        var buffer = new byte[8_192];
        var left = MOST_READ_IN_VAIN;
        for (var read = 0; read >= 0 && left > 0; left -= read) {
            read = rest.read(buffer);
        }
    }
}
