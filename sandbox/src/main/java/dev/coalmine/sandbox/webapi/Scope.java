package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.workspace.Channel;

/** The permission that a method asks for; some ask for another one in private channels and in direct messages. */
record Scope(String channels, String groups, String direct) {

    static final Scope NONE = of("");
    static final Scope MANAGE = new Scope("channels:manage", "groups:write", "im:write");
    static final Scope READ = new Scope("channels:read", "groups:read", "im:read");
    static final Scope HISTORY = new Scope("channels:history", "groups:history", "im:history");

    static Scope of(String name) {
        return new Scope(name, name, name);
    }

    String in(Channel.Kind kind) {
        return switch (kind) {
            case PUBLIC -> channels;
            case PRIVATE -> groups;
            case DIRECT -> direct;
        };
    }
}
