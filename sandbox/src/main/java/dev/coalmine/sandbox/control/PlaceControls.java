package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Channels;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Making channels, going in and out, and new people. */
final class PlaceControls implements Controls {

    @Override
    public Map<String, Function<Ask, ObjectNode>> byName() {
        return Map.of(
                "channel", PlaceControls::create,
                "join", PlaceControls::join,
                "leave", PlaceControls::leave,
                "invite", PlaceControls::invite,
                "archive", PlaceControls::archive,
                "rename", PlaceControls::rename,
                "topic", PlaceControls::topic,
                "person", PlaceControls::person);
    }

    private static ObjectNode create(Ask ask) {
        var name = ask.text("name").toLowerCase(Locale.ROOT);
        return shown(ask.workspace().channels().create(name, ask.flag("private"), ask.person()));
    }

    private static ObjectNode join(Ask ask) {
        var channel = ask.channel();
        ask.workspace().channels().join(channel, ask.person(), null);
        return shown(channel);
    }

    private static ObjectNode leave(Ask ask) {
        var channel = ask.channel();
        ask.workspace().channels().leave(channel, ask.person());
        return shown(channel);
    }

    /** {@code who} may also be the app. */
    private static ObjectNode invite(Ask ask) {
        var channel = ask.channel();
        var name = ask.text("who").replace("@", "");
        var people = ask.workspace().people();
        var who = people.find(name)
                .or(() -> people.named(name))
                .orElseThrow(() -> new Wrong("There is no “%s” here".formatted(name)));
        ask.workspace().channels().join(channel, who, ask.person().id());
        return shown(channel);
    }

    private static ObjectNode archive(Ask ask) {
        var channel = ask.channel();
        ask.workspace().channels().archive(channel, ask.person(), !ask.flag("remove"));
        return shown(channel);
    }

    private static ObjectNode rename(Ask ask) {
        var channel = ask.channel();
        ask.workspace().channels().rename(channel, ask.person(), ask.text("name"));
        return shown(channel);
    }

    private static ObjectNode topic(Ask ask) {
        var channel = ask.channel();
        ask.workspace().channels().setTopic(channel, ask.person(), ask.text("text"));
        return shown(channel);
    }

    private static ObjectNode person(Ask ask) {
        var name = ask.text("name").toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,20}")) {
            throw new Wrong("“name” is what follows the @: small letters, digits, . _ and -");
        }
        var realName = Optional.ofNullable(ask.textOrNull("real_name")).orElse(name);
        var email = Optional.ofNullable(ask.textOrNull("email")).orElse(name + "@example.com");
        var tz = Optional.ofNullable(ask.textOrNull("tz")).orElse("Etc/UTC");
        var person = ask.workspace().people().add(name, realName, email, tz);
        var general = ask.workspace().channels().find(Channels.GENERAL).orElseThrow();
        ask.workspace().channels().join(general, person, null);
        return Json.object().put("id", person.id()).put("name", person.name());
    }

    private static ObjectNode shown(Channel channel) {
        return Json.object().put("id", channel.id()).put("name", channel.name());
    }
}
