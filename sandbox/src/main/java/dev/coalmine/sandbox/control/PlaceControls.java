package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Channels;
import dev.coalmine.sandbox.workspace.Person;
import java.time.ZoneId;
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
        if (ask.flag("remove")) {
            return remove(ask);
        }
        var name = ask.text("name").toLowerCase(Locale.ROOT);
        return shown(ask.workspace().channels().create(name, ask.flag("private"), ask.person()));
    }

    private static ObjectNode remove(Ask ask) {
        var channel = ask.channel();
        if (channel.id().equals(Channels.GENERAL)) {
            throw new Wrong("#general cannot be deleted");
        }
        ask.workspace().channels().delete(channel, ask.person());
        return shown(channel);
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

    /** Somebody new, or another profile for somebody who is there. */
    private static ObjectNode person(Ask ask) {
        var name = ask.text("name").toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,20}")) {
            throw new Wrong("“name” is what follows the @: small letters, digits, . _ and -");
        }
        var person =
                ask.workspace().people().named(name).map(it -> change(ask, it)).orElseGet(() -> add(ask, name));
        return Json.object().put("id", person.id()).put("name", person.name());
    }

    private static Person add(Ask ask, String name) {
        var person = ask.workspace()
                .people()
                .add(
                        name,
                        either(ask, "real_name", name),
                        either(ask, "email", name + "@example.com"),
                        zone(ask, "Etc/UTC"));
        var general = ask.workspace().channels().find(Channels.GENERAL).orElseThrow();
        ask.workspace().channels().join(general, person, null);
        return person;
    }

    private static Person change(Ask ask, Person was) {
        if (was.bot()) {
            throw new Wrong("The app's name comes from its manifest");
        }
        return ask.workspace()
                .people()
                .change(new Person(
                        was.id(),
                        was.name(),
                        either(ask, "real_name", was.realName()),
                        either(ask, "email", was.email()),
                        zone(ask, was.tz()),
                        false,
                        ask.workspace().now()));
    }

    private static String either(Ask ask, String field, String otherwise) {
        return Optional.ofNullable(ask.textOrNull(field)).orElse(otherwise);
    }

    private static String zone(Ask ask, String otherwise) {
        var zone = either(ask, "tz", otherwise);
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw new Wrong("“tz” is a time zone such as Europe/Berlin, not “%s”".formatted(zone));
        }
        return zone;
    }

    private static ObjectNode shown(Channel channel) {
        return Json.object().put("id", channel.id()).put("name", channel.name());
    }
}
