package dev.coalmine.commands.reviews;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The script of docs/timeline.md that checks an export, run as the reader would run it. */
final class DocumentedScript {

    private DocumentedScript() {}

    /** What it says about this export; skips the test where there is no Python. */
    static String saysOf(String json) throws IOException, InterruptedException {
        var documentation = Files.readString(Path.of("../docs/timeline.md"));
        var script = documentation.split("```python\n", 2)[1].split("```", 2)[0];
        var folder = Files.createDirectories(Path.of("target/documented"));
        Files.writeString(folder.resolve("verify.py"), script);
        Files.writeString(folder.resolve("timeline.json"), json);
        return run(folder);
    }

    private static String run(Path folder) throws InterruptedException, IOException {
        var python = new ProcessBuilder("python3", "verify.py", "timeline.json")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        try {
            var running = python.start();
            var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            running.waitFor();
            return said;
        } catch (IOException e) {
            Assumptions.abort("There is no python3 here: " + e.getMessage());
            throw e;
        }
    }
}
