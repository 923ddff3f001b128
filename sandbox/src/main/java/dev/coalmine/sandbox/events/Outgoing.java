package dev.coalmine.sandbox.events;

import tools.jackson.databind.node.ObjectNode;

/** Something the app is told, before it is known on which way. */
public record Outgoing(Kind kind, ObjectNode payload) {

    /** How Socket Mode calls it. */
    public enum Kind {
        EVENT("events_api"),
        COMMAND("slash_commands"),
        INTERACTION("interactive");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public String type() {
            return type;
        }
    }
}
