package dev.coalmine.sandbox.workspace;

import dev.coalmine.sandbox.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The one app of the workspace, as its manifest describes it; without a manifest it may do everything. */
public final class App {

    public static final String ID = "A0COALMINE";
    public static final String BOT_ID = "B0COALMINE";
    public static final String USER_ID = "U0COALMINE";
    static final String KIND = "app";
    private static final String DEFAULT_NAME = "coalmine";

    private final Ledger ledger;
    private final People people;
    private @Nullable JsonNode manifest;

    App(Ledger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    /** Installs it, or installs it again with another manifest. */
    public void install(JsonNode manifest) {
        if (!manifest.isObject() || Json.blank(manifest.path("display_information"))) {
            throw new Refused("invalid_manifest");
        }
        this.manifest = manifest;
        keep();
        people.keep(user());
    }

    void keep() {
        if (manifest != null) {
            ledger.keep(KIND, ID, manifest);
        }
    }

    void restore(JsonNode kept) {
        manifest = kept;
    }

    /** The person that the app is when it speaks. */
    Person user() {
        return new Person(USER_ID, name(), displayName(), "", "Etc/UTC", true, ledger.now());
    }

    /** What is typed after the @. */
    public String name() {
        return displayName().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    public String displayName() {
        var features = part("features");
        var bot = Json.text(features.path("bot_user"), "display_name");
        var own = Json.text(part("display_information"), "name");
        return !bot.isEmpty() ? bot : !own.isEmpty() ? own : DEFAULT_NAME;
    }

    public boolean installed() {
        return manifest != null;
    }

    /** Empty without a manifest: then nothing is checked. */
    public Optional<List<String>> scopes() {
        return manifest == null
                ? Optional.empty()
                : Optional.of(texts(part("oauth_config").path("scopes").path("bot")));
    }

    public boolean hasScope(String scope) {
        return scopes().map(it -> it.contains(scope)).orElse(true);
    }

    /** An app that names no events at all gets all of them. */
    public boolean subscribes(String event) {
        var events = texts(part("settings").path("event_subscriptions").path("bot_events"));
        return events.isEmpty() || events.contains(event);
    }

    public JsonNode slashCommands() {
        return part("features").path("slash_commands");
    }

    public JsonNode shortcuts() {
        return part("features").path("shortcuts");
    }

    private JsonNode part(String name) {
        return manifest == null ? Json.object().path(name) : manifest.path(name);
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(it -> it.asString(""))
                .toList();
    }
}
