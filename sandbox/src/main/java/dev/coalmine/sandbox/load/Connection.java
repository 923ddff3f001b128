package dev.coalmine.sandbox.load;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** HTTP/1.1 over one connection that is kept, and made anew when the other side has closed it. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;

    private final String host;
    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Connection(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * What was answered.
     *
     * @param retrySeconds as {@code Retry-After} says
     */
    record Answer(int status, Optional<Integer> retrySeconds) {}

    Answer exchange(byte[] request) throws IOException {
        try {
            var open = open();
            open.getOutputStream().write(request);
            return answer(in());
        } catch (IOException broken) {
            close();
            throw broken;
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException alreadyGone) {
            // It was to be closed.
        }
        socket = null;
    }

    private Socket open() throws IOException {
        if (socket != null) {
            return socket;
        }
        var made = new Socket();
        made.setTcpNoDelay(true);
        made.setSoTimeout(PATIENCE_MILLIS);
        made.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        socket = made;
        in = new BufferedInputStream(made.getInputStream());
        return made;
    }

    private InputStream in() throws IOException {
        if (in == null) {
            throw new EOFException();
        }
        return in;
    }

    private Answer answer(InputStream from) throws IOException {
        var status = Integer.parseInt(line(from).split(" ", 3)[1]);
        var length = 0;
        var chunked = false;
        var last = false;
        Optional<Integer> retry = Optional.empty();
        for (var line = line(from); !line.isEmpty(); line = line(from)) {
            var header = line.toLowerCase(Locale.ROOT).split(":", 2);
            var value = header[1].strip();
            switch (header[0]) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equals("chunked");
                case "connection" -> last = value.equals("close");
                case "retry-after" -> retry = Optional.of(Integer.valueOf(value));
                default -> {}
            }
        }
        if (chunked) {
            skipChunks(from);
        } else {
            from.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return new Answer(status, retry);
    }

    private static void skipChunks(InputStream from) throws IOException {
        for (var size = chunk(from); size > 0; size = chunk(from)) {
            from.skipNBytes(size + 2);
        }
        line(from);
    }

    private static int chunk(InputStream from) throws IOException {
        return Integer.parseInt(line(from).split(";", 2)[0].strip(), 16);
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (var read = from.read(); read != '\n'; read = from.read()) {
            if (read < 0) {
                throw new EOFException();
            }
            line.append((char) read);
        }
        var length = line.length();
        return line.substring(0, length > 0 && line.charAt(length - 1) == '\r' ? length - 1 : length);
    }
}
