package dev.coalmine.sandbox.workspace;

import dev.coalmine.sandbox.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms that are open now, a stack for each person, and everybody's Home tab. Forms do not outlive the process. */
public final class Views {

    static final String HOME = "home";
    private static final int STACKED = 3;
    private static final List<String> GIVEN = List.of(
            "type",
            "title",
            "submit",
            "close",
            "blocks",
            "private_metadata",
            "callback_id",
            "external_id",
            "clear_on_close",
            "notify_on_close",
            "submit_disabled");

    private final Ledger ledger;
    private final Runnable changed;
    private final Map<String, Deque<OpenView>> stacks = new HashMap<>();
    private final Map<String, ObjectNode> homes = new LinkedHashMap<>();

    Views(Ledger ledger, Runnable changed) {
        this.ledger = ledger;
        this.changed = changed;
    }

    void restoreHome(String person, JsonNode view) {
        homes.put(person, (ObjectNode) view);
    }

    void clear() {
        stacks.clear();
        homes.clear();
    }

    /** A new form takes the place of all that the person had open. */
    public ObjectNode open(String person, JsonNode given) {
        free(given, null);
        stack(person).clear();
        return push(person, given, null);
    }

    public ObjectNode push(String person, JsonNode given) {
        free(given, null);
        var top = top(person).orElseThrow(() -> new Refused("not_found"));
        if (stack(person).size() >= STACKED) {
            throw new Refused("push_limit_reached");
        }
        return push(person, given, top.json());
    }

    private ObjectNode push(String person, JsonNode given, @Nullable ObjectNode below) {
        var id = Ids.fresh("V");
        var root = below == null ? id : Json.text(below, "root_view_id");
        var view = written(given, id, root, below == null ? null : Json.text(below, "id"));
        stack(person).push(new OpenView(person, view));
        changed.run();
        return view;
    }

    /** {@code hash} is empty when the app does not care whether somebody else was faster. */
    public ObjectNode update(OpenView old, JsonNode given, String hash) {
        var was = old.json();
        if (!hash.isEmpty() && !hash.equals(Json.text(was, "hash"))) {
            throw new Refused("hash_conflict");
        }
        free(given, old);
        var previous = was.path("previous_view_id").stringValue(null);
        var view = written(given, old.id(), Json.text(was, "root_view_id"), previous);
        keepState(was, view);
        var stack = stack(old.person());
        var after = new ArrayList<>(stack.stream()
                .map(it -> it.id().equals(old.id()) ? new OpenView(old.person(), view) : it)
                .toList());
        stack.clear();
        stack.addAll(after);
        changed.run();
        return view;
    }

    /** What was typed stays where the element is still there under the same ids. */
    private static void keepState(ObjectNode was, ObjectNode view) {
        var values = was.path("state").path("values");
        var kept = (ObjectNode) view.path("state").path("values");
        for (var block : view.path("blocks")) {
            var id = Json.text(block, "block_id");
            var typed = values.path(id);
            if (typed.has(Json.text(block.path("element"), "action_id"))) {
                kept.set(id, typed);
            }
        }
    }

    private void free(JsonNode given, @Nullable OpenView except) {
        var external = Json.text(given, "external_id");
        var taken =
                byExternalId(external).filter(it -> except == null || !it.id().equals(except.id()));
        if (!external.isEmpty() && taken.isPresent()) {
            throw new Refused("duplicate_external_id");
        }
    }

    /** Closes the top one, or all of them. */
    public void close(String person, boolean all) {
        var stack = stack(person);
        if (all) {
            stack.clear();
        } else {
            stack.poll();
        }
        changed.run();
    }

    public ObjectNode publish(String person, JsonNode given) {
        var old = homes.get(person);
        var id = old == null ? Ids.fresh("V") : Json.text(old, "id");
        var view = written(given, id, id, null);
        homes.put(person, view);
        ledger.keep(HOME, person, view);
        return view;
    }

    public Optional<ObjectNode> home(String person) {
        return Optional.ofNullable(homes.get(person));
    }

    public Map<String, ObjectNode> homes() {
        return homes;
    }

    public Optional<OpenView> find(String id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<OpenView> byExternalId(String id) {
        return all().stream()
                .filter(it -> Json.text(it.json(), "external_id").equals(id))
                .findFirst();
    }

    public Optional<OpenView> top(String person) {
        return Optional.ofNullable(stack(person).peek());
    }

    /** Top first. */
    public Collection<OpenView> of(String person) {
        return stack(person);
    }

    public List<OpenView> all() {
        return stacks.values().stream().flatMap(Collection::stream).toList();
    }

    private Deque<OpenView> stack(String person) {
        return stacks.computeIfAbsent(person, it -> new ArrayDeque<>());
    }

    private static ObjectNode written(JsonNode given, String id, String root, @Nullable String previous) {
        var view = Json.object().put("id", id).put("team_id", Team.ID);
        // Slack always answers with all of them.
        view.put("private_metadata", "").put("callback_id", "").put("external_id", "");
        view.putNull("title").putNull("close").putNull("submit");
        view.put("clear_on_close", false).put("notify_on_close", false);
        for (var name : GIVEN) {
            if (given.hasNonNull(name)) {
                view.set(name, given.path(name).deepCopy());
            }
        }
        view.putObject("state").putObject("values");
        view.put("hash", "%s.%s".formatted(Ids.random(10), Ids.random(8)));
        view.put("root_view_id", root).put("previous_view_id", previous);
        view.put("app_id", App.ID).put("app_installed_team_id", Team.ID).put("bot_id", App.BOT_ID);
        return view;
    }
}
