package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import java.util.function.Supplier;

/** Where the app connects to for Socket Mode. */
final class SocketMethods implements Family {

    static final String OPEN = "apps.connections.open";

    private final Supplier<String> address;

    SocketMethods(Supplier<String> address) {
        this.address = address;
    }

    @Override
    public List<Method> methods() {
        return List.of(
                new Method(OPEN, Scope.NONE, Tier.FREE, it -> Json.object().put("url", address.get())));
    }
}
