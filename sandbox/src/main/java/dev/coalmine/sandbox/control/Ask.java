package dev.coalmine.sandbox.control;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Channel;
import dev.coalmine.sandbox.workspace.Message;
import dev.coalmine.sandbox.workspace.Person;
import dev.coalmine.sandbox.workspace.Refused;
import dev.coalmine.sandbox.workspace.Workspace;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What somebody asked the control API for: people and channels by name or by id. */
final class Ask {

    private final Workspace workspace;
    private final JsonNode body;

    Ask(Workspace workspace, JsonNode body) {
        this.workspace = workspace;
        this.body = body;
    }

    Workspace workspace() {
        return workspace;
    }

    JsonNode body() {
        return body;
    }

    JsonNode json(String field) {
        return body.path(field);
    }

    boolean has(String field) {
        return body.hasNonNull(field);
    }

    boolean flag(String field) {
        return body.path(field).asBoolean(false);
    }

    String text(String field) {
        if (!has(field)) {
            throw new Wrong("“%s” is missing".formatted(field));
        }
        return body.path(field).asString("");
    }

    @Nullable
    String textOrNull(String field) {
        return has(field) ? text(field) : null;
    }

    /** Who acts. The app acts through the Web API only. */
    Person person() {
        var person = named(text("as"));
        if (person.bot()) {
            throw new Wrong("The app acts through the Web API; “as” is one of " + names());
        }
        return person;
    }

    private Person named(String given) {
        var name = given.startsWith("@") ? given.substring(1) : given;
        return workspace
                .people()
                .find(name)
                .or(() -> workspace.people().named(name))
                .orElseThrow(() -> new Wrong("There is no “%s” here; there are %s".formatted(given, names())));
    }

    private String names() {
        return workspace.people().all().stream()
                .filter(it -> !it.bot())
                .map(Person::name)
                .collect(Collectors.joining(", "));
    }

    /** Where they act: a channel, or {@code @name} for the direct messages with the app. */
    Channel channel() {
        var given = text("in");
        var person = person();
        if (given.startsWith("@")) {
            return direct(person, named(given));
        }
        return find(given, person).orElseThrow(() -> new Wrong(missing(given, person)));
    }

    /** Where another bot posts: it sees every channel it is let into. */
    Channel anyChannel() {
        var given = text("in");
        var name = given.startsWith("#") ? given.substring(1) : given;
        return workspace
                .channels()
                .find(name)
                .or(() -> workspace.channels().named(name))
                .orElseThrow(() -> new Wrong("There is no channel “%s”".formatted(given)));
    }

    private Channel direct(Person person, Person other) {
        if (!other.bot()) {
            throw new Wrong("Only direct messages with the app are there: @"
                    + workspace.bot().name());
        }
        return workspace.channels().direct(person, other);
    }

    private Optional<Channel> find(String given, Person person) {
        var name = given.startsWith("#") ? given.substring(1) : given;
        return workspace
                .channels()
                .find(name)
                .or(() -> workspace.channels().named(name))
                .filter(it -> it.seenBy(person.id()));
    }

    private String missing(String given, Person person) {
        var names = workspace
                .channels()
                .seenBy(person)
                .filter(it -> !it.direct())
                .map(Channel::name)
                .collect(Collectors.joining(", "));
        return "%s sees no channel “%s”; they see %s".formatted(person.name(), given, names);
    }

    /** Also one that only this person was shown. */
    Message message(Channel channel) {
        var ts = text("ts");
        var person = person();
        return workspace
                .messages()
                .in(channel)
                .anyAt(ts)
                .filter(it -> it.ephemeralTo().map(person.id()::equals).orElse(true))
                .orElseThrow(() -> new Wrong("There is no message with ts %s in #%s".formatted(ts, channel.name())));
    }

    /** One that everybody sees. */
    Message lasting(Channel channel) {
        var message = message(channel);
        if (message.ephemeral()) {
            throw new Refused("message_not_found");
        }
        return message;
    }

    JsonNode object(String field) {
        return Json.blank(json(field)) ? Json.object() : json(field);
    }
}
