package dev.coalmine.sandbox.blocks;

import tools.jackson.databind.JsonNode;

/** What Slack accepts as a form or as a Home tab. */
public final class ViewRules {

    private static final int BLOCKS = 100;
    private static final int TITLE = 24;

    private ViewRules() {}

    /** Refuses with {@code invalid_arguments} and every reason. */
    public static void check(JsonNode view, String type) {
        var problems = new Problems();
        if (!view.path("type").asString("").equals(type)) {
            problems.add("/view/type", "must be " + type);
        }
        if (type.equals("modal")) {
            modal(view, problems);
        }
        problems.length(view.path("private_metadata"), 3000, "/view/private_metadata");
        problems.length(view.path("callback_id"), 255, "/view/callback_id");
        problems.length(view.path("external_id"), 255, "/view/external_id");
        BlockRules.checkAll(view.path("blocks"), BLOCKS, problems);
        problems.refuse("invalid_arguments");
    }

    private static void modal(JsonNode view, Problems problems) {
        TextRules.plain(view.path("title"), TITLE, "/view/title", problems);
        for (var name : new String[] {"submit", "close"}) {
            if (view.hasNonNull(name)) {
                TextRules.plain(view.path(name), TITLE, "/view/" + name, problems);
            }
        }
        if (!view.hasNonNull("submit") && hasInput(view)) {
            problems.add("/view/submit", "missing required field: submit");
        }
    }

    private static boolean hasInput(JsonNode view) {
        return view.path("blocks").values().stream()
                .anyMatch(it -> it.path("type").asString("").equals("input"));
    }
}
