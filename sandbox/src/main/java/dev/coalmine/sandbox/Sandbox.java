package dev.coalmine.sandbox;

import dev.coalmine.sandbox.control.Control;
import dev.coalmine.sandbox.events.SignedHttp;
import dev.coalmine.sandbox.events.Telling;
import dev.coalmine.sandbox.faults.Faults;
import dev.coalmine.sandbox.faults.Rates;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.screen.ScreenRoutes;
import dev.coalmine.sandbox.script.Actor;
import dev.coalmine.sandbox.script.Script;
import dev.coalmine.sandbox.socketmode.Sockets;
import dev.coalmine.sandbox.webapi.Tokens;
import dev.coalmine.sandbox.webapi.WebApi;
import dev.coalmine.sandbox.workspace.Workspace;
import io.javalin.Javalin;
import java.util.List;
import java.util.Optional;

/** A running workspace. Closing it stops it; what it remembers on disk stays. */
public final class Sandbox implements AutoCloseable {

    private final SandboxSettings settings;
    private final Port port;
    private final String url;
    private final Workspace workspace;
    private final SignedHttp http;
    private final Telling telling;
    private final ScreenRoutes screen;
    private final Javalin server;
    private final Script script;

    private Sandbox(SandboxSettings settings) {
        this.settings = settings;
        port = Port.take(settings.host(), settings.port());
        url = Optional.ofNullable(settings.publicUrl()).orElseGet(() -> "http://localhost:" + port.number());
        workspace = new Workspace(settings.data(), settings.clock());
        var sockets = new Sockets(workspace::touch);
        var faults = new Faults();
        var rates = new Rates(settings.clock(), settings.rates());
        http = new SignedHttp(settings.eventsUrl(), settings.signingSecret(), settings.clock());
        telling = Telling.over(
                List.of(sockets, http),
                settings.patience(),
                settings.redelivery(),
                workspace,
                faults,
                settings.clock(),
                url);
        var tokens = new Tokens(settings.botToken(), settings.appToken());
        var api = new WebApi(
                workspace,
                tokens,
                telling.screens(),
                faults,
                rates,
                settings.clock(),
                url,
                () -> "ws" + url.substring("http".length()) + sockets.ticket());
        var control = new Control(workspace, telling, sockets, faults, rates, api.log(), url);
        Optional.ofNullable(settings.manifest()).ifPresent(this::install);
        screen = new ScreenRoutes(workspace, telling, url);
        server = Server.start(port, new Server.Routes(workspace, api, sockets, telling, control, screen, url));
        script = new Script("http://localhost:" + port.number());
    }

    public static Sandbox start(SandboxSettings settings) {
        return new Sandbox(settings);
    }

    public int port() {
        return port.number();
    }

    /** Where the page is, and all addresses that the app is given begin. */
    public String url() {
        return url;
    }

    /** What Slack's clients call the endpoint prefix. */
    public String apiUrl() {
        return url + "/api/";
    }

    public String botToken() {
        return settings.botToken();
    }

    public String appToken() {
        return settings.appToken();
    }

    public String signingSecret() {
        return settings.signingSecret();
    }

    /** Installs the app as its manifest describes it: commands, shortcuts, scopes, events, name. */
    public void install(String manifestJson) {
        workspace.change(() -> workspace.app().install(Json.parse(manifestJson)));
    }

    /** Somebody of the team, to act as in a test. */
    public Actor as(String person) {
        return script.as(person);
    }

    /** Looks at the workspace, and breaks things in it. */
    public Script script() {
        return script;
    }

    @Override
    public void close() {
        screen.close();
        server.stop();
        telling.close();
        http.close();
        workspace.close();
    }
}
