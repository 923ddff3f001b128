package dev.coalmine.bot.trial;

import dev.coalmine.sandbox.Sandbox;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sandbox that Coalmine started itself, if it did. */
final class OwnSandbox implements AutoCloseable {

    private final @Nullable Sandbox sandbox;

    private OwnSandbox(@Nullable Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    static OwnSandbox none() {
        return new OwnSandbox(null);
    }

    static OwnSandbox of(Sandbox sandbox) {
        return new OwnSandbox(sandbox);
    }

    Optional<Sandbox> get() {
        return Optional.ofNullable(sandbox);
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
