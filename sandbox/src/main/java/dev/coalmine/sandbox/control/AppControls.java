package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.blocks.Element;
import dev.coalmine.sandbox.events.Interactions;
import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.App;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.OpenView;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do with the app. The reply is what they were shown; it comes once the app has answered. Asking and
 * preparing is done with the workspace locked, waiting is not.
 */
final class AppControls implements Controls {

    private final Workspace workspace;
    private final Interactions interactions;

    AppControls(Workspace workspace, Interactions interactions) {
        this.workspace = workspace;
        this.interactions = interactions;
    }

    @Override
    public Map<String, Function<Ask, ObjectNode>> byName() {
        return Map.of(
                "command", this::command,
                "click", this::click,
                "submit", this::submit,
                "close", this::close,
                "shortcut", this::shortcut,
                "home", this::home);
    }

    /** Prepares with the workspace locked, and tells the app afterwards. */
    private ObjectNode then(Supplier<Supplier<ObjectNode>> prepare) {
        return workspace.locked(prepare).get();
    }

    private ObjectNode command(Ask ask) {
        return then(() -> {
            var words = ask.text("text").strip().split("\\s+", 2);
            var name = words[0];
            if (ask.has("thread")) {
                throw new Wrong("%s is not supported in threads. Sorry!".formatted(name));
            }
            var command = known(name);
            var typed = words.length > 1 ? words[1] : "";
            var escape =
                    command.map(it -> it.path("should_escape").asBoolean(false)).orElse(true);
            var text = escape ? Composer.command(workspace, typed) : typed;
            var person = ask.person();
            var channel = ask.channel();
            return () -> interactions.command(person, channel, name, text);
        });
    }

    /** The manifest's words on it; with no manifest every command goes to the app. */
    private Optional<JsonNode> known(String name) {
        if (!name.startsWith("/")) {
            throw new Wrong("A command starts with /, as in “/incident help”");
        }
        var commands = workspace.app().slashCommands().values();
        var found = commands.stream()
                .filter(it -> Json.text(it, "command").equals(name))
                .findFirst();
        if (found.isEmpty() && workspace.app().installed()) {
            var names = commands.stream().map(it -> Json.text(it, "command")).collect(Collectors.joining(", "));
            throw new Wrong("%s is not a valid command; there are %s".formatted(name, names));
        }
        return found;
    }

    private ObjectNode click(Ask ask) {
        return then(() -> {
            var person = ask.person();
            if (ask.flag("home")) {
                var home = workspace.views().home(person.id());
                return clickInView(ask, person, home.orElseThrow(() -> new Wrong("The Home tab is still empty")));
            }
            if (ask.has("view")) {
                return clickInView(ask, person, view(ask, person).json());
            }
            var channel = ask.channel();
            return clickInMessage(ask, person, channel, ask.message(channel));
        });
    }

    private Supplier<ObjectNode> clickInView(Ask ask, Person person, ObjectNode view) {
        var form = new Form(workspace, view.path("blocks"));
        var element = form.named(ask.text("action"));
        var state = state(ask, form, element);
        if (element.holds()) {
            var values = (ObjectNode) view.path("state").path("values");
            ((ObjectNode) values.withObjectProperty(element.blockId())).set(element.actionId(), state);
            workspace.touch();
        }
        var action = element.action(state, workspace.ts());
        return silent(element) ? Json::object : () -> interactions.clickInView(person, view, action);
    }

    private Supplier<ObjectNode> clickInMessage(Ask ask, Person person, Channel channel, Message message) {
        var form = new Form(workspace, message.blocks().orElseGet(Json::array));
        var element = form.named(ask.text("action"));
        var state = state(ask, form, element);
        var values = form.values(Json.object(), Json.object());
        if (element.holds()) {
            ((ObjectNode) values.withObjectProperty(element.blockId())).set(element.actionId(), state);
        }
        var action = element.action(state, workspace.ts());
        return silent(element)
                ? Json::object
                : () -> interactions.clickInMessage(person, channel, message, action, values);
    }

    /** An input tells the app only when it is submitted, unless it asks to tell earlier. */
    private static boolean silent(Element element) {
        return element.input() && !element.block().path("dispatch_action").asBoolean(false);
    }

    private static ObjectNode state(Ask ask, Form form, Element element) {
        if (element.type().equals("button")) {
            return Json.object();
        }
        if (!ask.has("value")) {
            throw new Wrong("“value” is missing: what is chosen in %s".formatted(element.actionId()));
        }
        return form.stateOf(element, ask.json("value"));
    }

    private OpenView view(Ask ask, Person person) {
        var id = ask.text("view");
        return workspace
                .views()
                .find(id)
                .filter(it -> it.person().equals(person.id()))
                .orElseThrow(() -> new Wrong("%s has no form %s open".formatted(person.name(), id)));
    }

    private ObjectNode submit(Ask ask) {
        return then(() -> {
            var view = view(ask, ask.person());
            if (!view.json().hasNonNull("submit")) {
                throw new Wrong("This form has nothing to submit");
            }
            var form = new Form(workspace, view.json().path("blocks"));
            var state = (ObjectNode) view.json().path("state");
            var values = form.values(ask.object("values"), state.path("values"));
            state.set("values", values);
            var problems = form.problems(values);
            if (!problems.isEmpty()) {
                ObjectNode reply = Json.object().set("errors", problems);
                return () -> reply;
            }
            return () -> interactions.submit(view);
        });
    }

    private ObjectNode close(Ask ask) {
        return then(() -> {
            var person = ask.person();
            var view = view(ask, person);
            var all = ask.flag("all") || view.json().path("clear_on_close").asBoolean(false);
            workspace.views().close(person.id(), all);
            return view.json().path("notify_on_close").asBoolean(false)
                    ? () -> interactions.closed(person, view.json(), all)
                    : Json::object;
        });
    }

    private ObjectNode shortcut(Ask ask) {
        return then(() -> {
            var person = ask.person();
            var callback = ask.text("callback_id");
            checkShortcut(callback);
            if (!ask.has("ts")) {
                return () -> interactions.globalShortcut(person, callback);
            }
            var channel = ask.channel();
            var message = ask.lasting(channel);
            return () -> interactions.messageShortcut(person, channel, message, callback);
        });
    }

    private void checkShortcut(String callback) {
        var names = workspace.app().shortcuts().values().stream()
                .map(it -> Json.text(it, "callback_id"))
                .toList();
        if (workspace.app().installed() && !names.contains(callback)) {
            throw new Wrong("There is no shortcut “%s”; there are %s".formatted(callback, String.join(", ", names)));
        }
    }

    /** Opens the Home tab; the app draws it when it likes. */
    private ObjectNode home(Ask ask) {
        return then(() -> {
            var person = ask.person();
            workspace.openHome(person);
            var reply = Json.object().put("user", person.id()).put("app", App.ID);
            workspace.views().home(person.id()).ifPresent(it -> reply.set("view", it.deepCopy()));
            return () -> reply;
        });
    }
}
