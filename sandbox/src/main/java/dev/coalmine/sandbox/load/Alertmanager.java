package dev.coalmine.sandbox.load;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Prometheus Alertmanager to measure against: one that runs, or one that is started here and tells nobody. */
final class Alertmanager implements AutoCloseable {

    private static final String CONFIGURATION = """
        route:
          receiver: nobody
          group_by: [alertname]
        receivers:
          - name: nobody
        """;

    private final URI address;
    private final @Nullable Process process;

    private Alertmanager(URI address, @Nullable Process process) {
        this.address = address;
        this.process = process;
    }

    /** {@code where} is an address, or {@code start}. */
    static Alertmanager at(String where) throws IOException, InterruptedException {
        if (!where.equals("start")) {
            return new Alertmanager(URI.create(where.replaceFirst("/+$", "")), null);
        }
        var started = start(Files.createTempDirectory("alertmanager"), freePort());
        started.awaitReady();
        return started;
    }

    URI address() {
        return address;
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.destroy();
            process.waitFor(5, TimeUnit.SECONDS);
        }
    }

    /** Its alerts are only in its memory; the folder takes what it writes at its end. */
    private static Alertmanager start(Path folder, int port) throws IOException {
        Files.writeString(folder.resolve("alertmanager.yml"), CONFIGURATION);
        var address = "127.0.0.1:" + port;
        var process = new ProcessBuilder(
                        binary().toString(),
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address=",
                        "--log.level=error")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new Alertmanager(URI.create("http://" + address), process);
    }

    /** As Debian names it, or as upstream does. */
    private static Path binary() {
        return Stream.of("/usr/bin/prometheus-alertmanager", "/usr/local/bin/alertmanager", "/usr/bin/alertmanager")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Alertmanager is installed here (Debian: prometheus-alertmanager). Start one and"
                                + " give its address."));
    }

    private void awaitReady() throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            try (var reached = new Socket(address.getHost(), address.getPort())) {
                if (reached.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("The Alertmanager did not start.");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
