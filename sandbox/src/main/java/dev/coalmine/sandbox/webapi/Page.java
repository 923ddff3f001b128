package dev.coalmine.sandbox.webapi;

import dev.coalmine.sandbox.workspace.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A part of a long list, and the cursor that leads to the next part. */
record Page<T>(List<T> items, String next) {

    static <T> Page<T> of(List<T> all, Call call, int size) {
        var from = Math.min(offset(call.text("cursor")), all.size());
        var to = Math.min(from + call.number("limit", size, 1000), all.size());
        return new Page<>(all.subList(from, to), to < all.size() ? cursor(to) : "");
    }

    private static String cursor(int offset) {
        return Base64.getEncoder().encodeToString(("next:" + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        if (cursor.isEmpty()) {
            return 0;
        }
        try {
            var text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseUnsignedInt(text.substring("next:".length()));
        } catch (RuntimeException e) {
            throw new Refused("invalid_cursor");
        }
    }

    boolean more() {
        return !next.isEmpty();
    }

    ObjectNode sign(ObjectNode answer) {
        answer.putObject("response_metadata").put("next_cursor", next);
        return answer;
    }
}
