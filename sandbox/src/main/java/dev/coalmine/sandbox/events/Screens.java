package dev.coalmine.sandbox.events;

import dev.coalmine.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Which screen a trigger belongs to, and on which screen a form was last shown. */
public final class Screens {

    private static final int REMEMBERED = 500;

    private final Map<String, Screen> byTrigger = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Screen> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized Screen start(String trigger) {
        var screen = new Screen();
        byTrigger.put(trigger, screen);
        return screen;
    }

    /** A form was opened with that trigger; gives it back. */
    public synchronized ObjectNode opened(String trigger, ObjectNode view) {
        Optional.ofNullable(byTrigger.get(trigger)).ifPresent(it -> it.shows(view));
        return view;
    }

    private static boolean sameId(ObjectNode one, ObjectNode other) {
        return Json.text(one, "id").equals(Json.text(other, "id"));
    }
}
