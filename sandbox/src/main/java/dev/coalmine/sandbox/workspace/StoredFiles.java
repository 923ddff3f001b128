package dev.coalmine.sandbox.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Uploaded files: first a place is asked for, then it is filled, then it is shared. */
public final class StoredFiles {

    static final String KIND = "file";

    private final Ledger ledger;
    private final @Nullable Path folder;
    private final Map<String, StoredFile> files = new HashMap<>();
    private final Map<String, byte[]> inMemory = new HashMap<>();

    StoredFiles(Ledger ledger, @Nullable Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    void restore(StoredFile file) {
        files.put(file.id(), file);
    }

    void clear() {
        files.keySet().forEach(this::erase);
        files.clear();
        inMemory.clear();
    }

    public StoredFile announce(String name, long size, Person by) {
        var guessed = Objects.requireNonNullElse(URLConnection.guessContentTypeFromName(name), "text/plain");
        var type = name.endsWith(".md") ? "text/markdown" : name.endsWith(".csv") ? "text/csv" : guessed;
        return keep(
                new StoredFile(Ids.fresh("F"), name, name, type, size, ledger.now(), by.id(), List.of(), Ids.secret()));
    }

    /** Takes the content of an announced file, once the secret of its upload address is right. */
    public void fill(String id, String secret, byte[] content) {
        var file = find(id).filter(it -> secret.equals(it.uploadSecret()))
                .orElseThrow(() -> new Refused("file_not_found"));
        write(id, content);
        keep(file.filled(content.length));
    }

    public StoredFile share(String id, String title, List<String> channels) {
        var file = find(id).filter(it -> content(id).isPresent()).orElseThrow(() -> new Refused("file_not_found"));
        return keep(file.shared(title.isEmpty() ? file.title() : title, channels));
    }

    /** It is gone from every message it was shared in. */
    public void delete(String id) {
        erase(id);
        inMemory.remove(id);
        files.remove(id);
        ledger.drop(KIND, id);
    }

    private StoredFile keep(StoredFile file) {
        files.put(file.id(), file);
        ledger.keep(KIND, file.id(), file);
        return file;
    }

    public Optional<StoredFile> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    public Optional<byte[]> content(String id) {
        try {
            var path = path(id);
            if (path == null) {
                return Optional.ofNullable(inMemory.get(id));
            }
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String id, byte[] content) {
        try {
            var path = path(id);
            if (path == null) {
                inMemory.put(id, content);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void erase(String id) {
        try {
            var path = path(id);
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids are made by us, so they are safe as names of files. */
    private @Nullable Path path(String id) {
        return folder == null ? null : folder.resolve(id);
    }
}
