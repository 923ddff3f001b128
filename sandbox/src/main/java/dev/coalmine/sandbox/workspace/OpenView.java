package dev.coalmine.sandbox.workspace;

import tools.jackson.databind.node.ObjectNode;

/** A form on somebody's screen, as Slack writes it. */
public record OpenView(String person, ObjectNode json) {

    public String id() {
        return json.path("id").asString("");
    }
}
