package dev.coalmine.sandbox.screen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.Sandbox;
import dev.coalmine.sandbox.SandboxSettings;
import dev.coalmine.sandbox.script.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChangeStreamTest {

    @Test
    void anOpenPageHearsOfEveryChangeAndAClosedOneLeavesNothingBehind(CapturedOutput output) throws IOException {
        try (var sandbox = Sandbox.start(SandboxSettings.forTest())) {
            try (var page = new Socket("localhost", sandbox.port())) {
                var lines = listen(page);
                var first = nextVersion(lines);
                sandbox.as("alice").says("general", "hello");
                assertThat(nextVersion(lines)).isGreaterThan(first);
            }
            Eventually.passes(() -> {
                sandbox.as("alice").says("general", "is anybody there?");
                assertThat(ChangeStream.open()).isZero();
            });
        }
        assertThat(output).doesNotContain("Uncaught exception");
    }

    @Test
    void aSandboxStopsWhilePagesAreOpen() throws IOException {
        var sandbox = Sandbox.start(SandboxSettings.forTest());
        try (var page = new Socket("localhost", sandbox.port())) {
            nextVersion(listen(page));
            sandbox.close();
        }
        Eventually.passes(() -> assertThat(ChangeStream.open()).isZero());
    }

    private static BufferedReader listen(Socket page) throws IOException {
        page.setSoTimeout(10_000);
        page.getOutputStream()
                .write("GET /screen/stream HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/event-stream\r\n\r\n"
                        .formatted(page.getPort())
                        .getBytes(UTF_8));
        return new BufferedReader(new InputStreamReader(page.getInputStream(), UTF_8));
    }

    private static long nextVersion(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: {\"version\":")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new AssertionError("the stream ended");
    }
}
