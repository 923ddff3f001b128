package dev.coalmine.sandbox.workspace;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What the workspace does not allow, with Slack's code for it and whatever else the answer then carries. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient ObjectNode details;

    public Refused(String code) {
        this(code, Json.object());
    }

    public Refused(String code, ObjectNode details) {
        super(code, null, false, false);
        this.code = code;
        this.details = details;
    }

    /** With the sentences that Slack puts beside the code to explain it. */
    public static Refused explained(String code, List<String> messages) {
        var details = Json.object();
        details.putObject("response_metadata").set("messages", Json.array(messages));
        return new Refused(code, details);
    }

    public String code() {
        return code;
    }

    public ObjectNode details() {
        return details;
    }
}
