package dev.coalmine.sandbox.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The faults that are armed now; each strikes as often as it was told to. */
public final class Faults {

    private final List<Fault> armed = new ArrayList<>();

    public synchronized void arm(Fault fault) {
        armed.add(fault);
    }

    public synchronized void clear() {
        armed.clear();
    }

    public synchronized List<Fault> armed() {
        return List.copyOf(armed);
    }

    /** The fault that this call runs into, if any. */
    public Optional<Fault> strike(String method, @Nullable String channel) {
        return take(it -> it.meets(method, channel));
    }

    public boolean strikes(FaultKind kind) {
        return take(it -> it.kind() == kind).isPresent();
    }

    private synchronized Optional<Fault> take(Predicate<Fault> which) {
        var found = armed.stream().filter(which).findFirst();
        found.ifPresent(it -> {
            var at = armed.indexOf(it);
            if (it.times() > 1) {
                armed.set(at, it.onceLess());
            } else {
                armed.remove(at);
            }
        });
        return found;
    }
}
