package dev.coalmine.sandbox.workspace;

import dev.coalmine.sandbox.json.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Everything in the workspace. Nothing in it may be read or changed outside of {@link #locked} and {@link #change}. */
public final class Workspace implements AutoCloseable {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicLong version = new AtomicLong(1);
    private final Journal journal;
    private final Ledger ledger;
    private final People people;
    private final Messages messages;
    private final Channels channels;
    private final Pins pins;
    private final StoredFiles files;
    private final Views views;
    private final Triggers triggers;
    private final App app;

    /** With no folder, nothing outlives the process. */
    public Workspace(@Nullable Path folder, Clock clock) {
        journal = new Journal(folder == null ? null : folder.resolve("journal.jsonl"));
        ledger = new Ledger(journal, clock, this::touch);
        people = new People(ledger);
        messages = new Messages(ledger);
        channels = new Channels(ledger, messages);
        pins = new Pins(ledger, channels);
        files = new StoredFiles(ledger, folder == null ? null : folder.resolve("files"));
        views = new Views(ledger, this::touch);
        triggers = new Triggers(clock);
        app = new App(ledger, people);
        change(this::restore);
    }

    private void restore() {
        journal.restore().forEach((key, value) -> restore(key.kind(), key.id(), value));
        if (people.all().isEmpty()) {
            ExampleTeam.moveInto(this);
        }
    }

    private void restore(String kind, String id, JsonNode value) {
        switch (kind) {
            case People.KIND -> people.restore(Json.as(value, Person.class));
            case Channels.KIND -> channels.restore(Json.as(value, Channel.class));
            case Messages.KIND -> messages.restore(Json.as(value, Message.class));
            case StoredFiles.KIND -> files.restore(Json.as(value, StoredFile.class));
            case Views.HOME -> views.restoreHome(id, value);
            case App.KIND -> app.restore(value);
            default -> throw new IllegalStateException("The journal speaks of a " + kind);
        }
        if (kind.equals(People.KIND)) {
            ExampleTeam.group(this);
        }
    }

    /** Back to the start: the example team, nothing said; the app stays installed. */
    public void reset() {
        journal.clear();
        people.clear();
        channels.clear();
        messages.clear();
        files.clear();
        views.clear();
        ExampleTeam.moveInto(this);
        app.keep();
        touch();
    }

    /** One after another: what is done inside is seen by others as a whole. */
    public <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    public void change(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Says that something that people can see is different now. */
    public void touch() {
        lock.lock();
        try {
            version.incrementAndGet();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Goes up with every change. */
    public long version() {
        return version.get();
    }

    /** Waits until there is a newer version than that, or the time is over. */
    public long await(long known, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            var left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (version.get() <= known && left > 0) {
                left = changed.awaitNanos(left);
            }
            return version.get();
        } finally {
            lock.unlock();
        }
    }

    public void listen(Consumer<Happened> listener) {
        ledger.listen(listener);
    }

    /** Somebody looks at the app's Home tab. */
    public void openHome(Person person) {
        var direct = channels.direct(person, bot());
        ledger.tell(
                new Happened.HomeOpened(person, direct, views.home(person.id()).orElse(null)));
    }

    public Person bot() {
        return people.get(App.USER_ID);
    }

    public long now() {
        return ledger.now();
    }

    public String ts() {
        return ledger.ts();
    }

    public People people() {
        return people;
    }

    public Messages messages() {
        return messages;
    }

    public Channels channels() {
        return channels;
    }

    public Pins pins() {
        return pins;
    }

    public StoredFiles files() {
        return files;
    }

    public Views views() {
        return views;
    }

    public Triggers triggers() {
        return triggers;
    }

    public App app() {
        return app;
    }

    @Override
    public void close() {
        change(journal::close);
    }
}
