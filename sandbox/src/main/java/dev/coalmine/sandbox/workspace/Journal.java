package dev.coalmine.sandbox.workspace;

import dev.coalmine.sandbox.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What the workspace remembers: one line per change, the newest line of a key counts. A line is with the operating
 * system before the change is answered, so a killed process loses nothing that it has answered.
 */
final class Journal implements AutoCloseable {

    /** What a line is about; together with the kind it is unique. */
    record Key(String kind, String id) {}

    private final @Nullable Path file;
    private final Map<Key, JsonNode> kept = new LinkedHashMap<>();
    private @Nullable FileChannel channel;

    /** With no file, nothing outlives the process. */
    Journal(@Nullable Path file) {
        this.file = file;
        if (file != null) {
            open(file);
        }
    }

    private void open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (Files.exists(file)) {
                replay(Files.readAllBytes(file));
            }
            compact(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + file, e);
        }
    }

    private void replay(byte[] lines) {
        for (var line : new String(lines, StandardCharsets.UTF_8).split("\n")) {
            try {
                apply(Json.parse(line));
            } catch (JacksonException torn) {
                // The process was killed while it wrote this line, so nobody was told that it is kept.
            }
        }
    }

    private void apply(JsonNode line) {
        var key = new Key(Json.text(line, "kind"), Json.text(line, "id"));
        if (key.kind().isEmpty()) {
            return;
        }
        if (line.hasNonNull("value")) {
            kept.put(key, line.path("value"));
        } else {
            kept.remove(key);
        }
    }

    /** Writes what counts into a fresh file that then takes the place of the old one. */
    private void compact(Path file) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(fresh)) {
            for (var entry : kept.entrySet()) {
                writer.write(line(entry.getKey(), entry.getValue()));
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    void put(String kind, String id, Object value) {
        append(new Key(kind, id), Json.tree(value));
    }

    void drop(String kind, String id) {
        append(new Key(kind, id), null);
    }

    private void append(Key key, @Nullable JsonNode value) {
        if (channel == null) {
            return;
        }
        try {
            var bytes = ByteBuffer.wrap(line(key, value).getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + file, e);
        }
    }

    private static String line(Key key, @Nullable JsonNode value) {
        var line = Json.object().put("kind", key.kind()).put("id", key.id());
        if (value != null) {
            line.set("value", value);
        }
        return Json.write(line) + "\n";
    }

    /** What was kept when the file was opened, in the order in which it first came; handed out once. */
    Map<Key, JsonNode> restore() {
        var restored = new LinkedHashMap<>(kept);
        kept.clear();
        return restored;
    }

    /** Forgets everything. */
    void clear() {
        kept.clear();
        if (channel != null) {
            try {
                channel.truncate(0);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot empty " + file, e);
            }
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close " + file, e);
            }
        }
    }
}
