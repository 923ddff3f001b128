package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.workspace.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What one person was shown because of one thing they did. Read and written with the workspace locked. */
final class Screen {

    private final List<Message> messages = new ArrayList<>();
    private @Nullable ObjectNode view;

    void shows(ObjectNode opened) {
        view = opened;
    }

    void shows(Message message) {
        messages.add(message);
    }

    Optional<ObjectNode> view() {
        return Optional.ofNullable(view);
    }

    Optional<Message> message() {
        return messages.isEmpty() ? Optional.empty() : Optional.of(messages.getLast());
    }
}
