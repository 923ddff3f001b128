package dev.coalmine.sandbox;

import dev.coalmine.sandbox.control.Control;
import dev.coalmine.sandbox.events.Telling;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.screen.ScreenRoutes;
import dev.coalmine.sandbox.socketmode.Sockets;
import dev.coalmine.sandbox.webapi.WebApi;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import tools.jackson.core.JacksonException;

/** The one HTTP server: Slack's doors for the app, ours for people and tests. */
final class Server {

    private static final long BIGGEST_BODY = 50_000_000;

    /** Who answers what. */
    record Routes(
            Workspace workspace,
            WebApi api,
            Sockets sockets,
            Telling telling,
            Control control,
            ScreenRoutes screen,
            String url) {}

    private final Routes routes;

    private Server(Routes routes) {
        this.routes = routes;
    }

    static Javalin start(Port port, Routes routes) {
        return Javalin.create(config -> new Server(routes).configure(config, port))
                .start();
    }

    private void configure(JavalinConfig config, Port port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = BIGGEST_BODY;
        config.http.asyncTimeout = 0;
        config.jetty.addConnector((server, http) -> connector(server, http, port));
        config.routes.post("/api/{method}", routes.api()::serve);
        config.routes.get("/api/{method}", routes.api()::serve);
        config.routes.ws(Sockets.PATH, routes.sockets()::serve);
        config.routes.post("/hooks/actions/{team}/{secret}", this::response);
        config.routes.post("/upload/v1/{file}/{secret}", this::upload);
        routes.control().addTo(config.routes);
        routes.screen().addTo(config.routes);
    }

    private static Connector connector(org.eclipse.jetty.server.Server server, HttpConfiguration http, Port port) {
        try {
            http.setSendServerVersion(false);
            var connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.open(port.channel());
            return connector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void response(Context context) {
        try {
            var said = Json.parse(context.body());
            routes.workspace().change(() -> routes.telling().responses().later(context.pathParam("secret"), said));
            context.result("ok");
        } catch (Refused e) {
            context.status(e.code().endsWith("_url") ? 404 : 400).result(e.code());
        } catch (JacksonException e) {
            context.status(400).result("invalid_payload");
        }
    }

    private void upload(Context context) throws IOException {
        try {
            var content = content(context);
            var id = context.pathParam("file");
            routes.workspace().change(() -> routes.workspace().files().fill(id, context.pathParam("secret"), content));
            context.result("OK - " + content.length);
        } catch (Refused e) {
            context.status(404).result(e.code());
        }
    }

    /** Bare bytes or a form with one file: Slack takes both. */
    private static byte[] content(Context context) throws IOException {
        if (!context.isMultipartFormData()) {
            return context.bodyAsBytes();
        }
        var files = context.uploadedFiles();
        try (var stream = files.getFirst().content()) {
            return stream.readAllBytes();
        }
    }
}
