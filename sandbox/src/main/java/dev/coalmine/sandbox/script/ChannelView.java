package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A channel as it is at the moment of asking; nothing is remembered between two questions. */
public final class ChannelView {

    private final Script script;
    private final String name;

    ChannelView(Script script, String name) {
        this.script = script;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public boolean exists() {
        return find().isPresent();
    }

    public String id() {
        return Json.text(json(), "id");
    }

    public String topic() {
        return Json.text(json(), "topic");
    }

    public boolean archived() {
        return json().path("archived").asBoolean(false);
    }

    public boolean secret() {
        return json().path("private").asBoolean(false);
    }

    /** By name. */
    public List<String> members() {
        return texts(json().path("members"));
    }

    /** The ts of each pinned message. */
    public List<String> pins() {
        return texts(json().path("pins"));
    }

    public List<String> bookmarks() {
        return json().path("bookmarks").values().stream()
                .map(it -> Json.text(it, "title"))
                .toList();
    }

    /** Everything in it, replies and what was shown to one person too, oldest first. */
    public List<Said> messages() {
        return json().path("messages").values().stream().map(Said::new).toList();
    }

    public List<Said> repliesTo(String ts) {
        return messages().stream()
                .filter(it -> it.thread().equals(ts) && !it.ts().equals(ts))
                .toList();
    }

    /** The newest message that says so; fails when there is none. */
    public Said message(String words) {
        return find(it -> it.text().contains(words))
                .orElseThrow(() -> new AssertionError("Nobody says “%s” in #%s: %s".formatted(words, name, all())));
    }

    public Optional<Said> find(Predicate<Said> which) {
        return messages().reversed().stream().filter(which).findFirst();
    }

    /** Waits until somebody says so. */
    public Said eventuallyShows(String words) {
        Eventually.passes(() -> message(words));
        return message(words);
    }

    /** Waits until the channel is there. */
    public ChannelView eventuallyExists() {
        Eventually.passes(this::json);
        return this;
    }

    /** Waits until the assertion holds. */
    public ChannelView eventually(Consumer<ChannelView> assertion) {
        Eventually.passes(() -> assertion.accept(this));
        return this;
    }

    private List<String> all() {
        return messages().stream().map(Said::text).toList();
    }

    private JsonNode json() {
        return find().orElseThrow(() -> new AssertionError("There is no channel #" + name));
    }

    private Optional<JsonNode> find() {
        return script.state(name).path("channels").values().stream().findFirst();
    }

    private static List<String> texts(JsonNode array) {
        return array.values().stream().map(it -> it.asString("")).toList();
    }
}
