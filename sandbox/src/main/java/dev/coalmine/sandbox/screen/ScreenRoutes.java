package dev.coalmine.sandbox.screen;

import dev.coalmine.sandbox.control.Guard;
import dev.coalmine.sandbox.control.StateOf;
import dev.coalmine.sandbox.events.Telling;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.OpenView;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.StoredFile;
import dev.coalmine.sandbox.workspace.Workspace;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** The page's own doors: its files, what one person sees, and word of every change. */
public final class ScreenRoutes {

    private static final String POLICY =
            "default-src 'self'; img-src 'self' https: data:; style-src 'self' 'unsafe-inline'; "
                    + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private static final Set<String> SHOWN =
            Set.of("image/png", "image/jpeg", "image/gif", "text/plain", "text/csv", "text/markdown");

    private final Workspace workspace;
    private final Telling telling;
    private final StateOf state;
    private final Guard guard;
    private final ChangeStream changes;

    public ScreenRoutes(Workspace workspace, Telling telling, String url) {
        this.workspace = workspace;
        this.telling = telling;
        this.state = new StateOf(workspace, telling, url);
        this.guard = new Guard(url);
        this.changes = new ChangeStream(workspace);
    }

    /** Ends what pages listen to, so that the server can stop. */
    public void close() {
        changes.close();
    }

    public void addTo(RoutesConfig routes) {
        routes.before("/", guard::lets);
        routes.before("/screen/*", guard::lets);
        routes.before("/files/*", guard::lets);
        routes.get("/", it -> page(it, "index.html"));
        routes.get("/archives/*", it -> page(it, "index.html"));
        routes.get("/screen/state", this::state);
        routes.get("/screen/stream", changes::follow);
        routes.get("/screen/<path>", it -> page(it, it.pathParam("path")));
        routes.get("/files/{id}", this::file);
    }

    private void page(Context context, String path) {
        var type = ContentTypes.of(path);
        var resource = path.contains("..") ? null : ScreenRoutes.class.getResourceAsStream("/screen/" + path);
        if (resource == null) {
            context.status(404).result("There is no " + path);
            return;
        }
        context.header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-cache")
                .contentType(type)
                .result(resource);
    }

    private void state(Context context) {
        var name = Optional.ofNullable(context.queryParam("as")).orElse("");
        var json = workspace.locked(() -> workspace
                .people()
                .named(name)
                .or(() -> workspace.people().find(name))
                .filter(it -> !it.bot())
                .map(it -> Json.bytes(seenBy(it))));
        if (json.isEmpty()) {
            context.status(404).result("“as” names one of the people here");
        } else {
            context.contentType("application/json; charset=utf-8").result(json.get());
        }
    }

    private ObjectNode seenBy(Person person) {
        var lens = new StateOf.Lens(
                it -> it.seenBy(person.id()),
                it -> it.ephemeralTo().map(person.id()::equals).orElse(true),
                "",
                person.id()::equals);
        var seen = state.seen(lens);
        seen.put("me", person.name());
        seen.set("commands", Json.arrayOf(workspace.app().slashCommands().values().stream()));
        seen.set("shortcuts", Json.arrayOf(workspace.app().shortcuts().values().stream()));
        workspace.views().home(person.id()).ifPresent(it -> seen.set("home", it));
        seen.set(
                "views", Json.arrayOf(workspace.views().of(person.id()).stream().map(OpenView::json)));
        seen.putObject("app")
                .put("name", workspace.app().name())
                .put("display_name", workspace.app().displayName())
                .put("user_id", App.USER_ID)
                .put("connected", telling.line().connected());
        return seen;
    }

    private void file(Context context) {
        var found = workspace.locked(() -> workspace.files().find(context.pathParam("id")));
        var content = found.flatMap(it -> workspace.files().content(it.id()));
        if (found.isEmpty() || content.isEmpty()) {
            context.status(404).result("file_not_found");
            return;
        }
        send(context, found.get(), content.get());
    }

    /** A file from anybody must never run as a page of ours. */
    private static void send(Context context, StoredFile file, byte[] content) {
        var shown = SHOWN.contains(file.mimetype());
        var name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        var type = file.mimetype().startsWith("text/") ? "text/plain; charset=utf-8" : file.mimetype();
        context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Content-Disposition", "%s; filename=\"%s\"".formatted(shown ? "inline" : "attachment", name))
                .contentType(shown ? type : "application/octet-stream")
                .result(content);
    }
}
