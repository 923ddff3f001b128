package dev.coalmine.sandbox.workspace;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What happened in the workspace, for whoever tells the app about it. */
public sealed interface Happened {

    record MessagePosted(Channel channel, Message message) implements Happened {}

    /** {@code before} is a copy of the message as it was. */
    record MessageChanged(Channel channel, Message message, Message before) implements Happened {}

    record MessageDeleted(Channel channel, Message message, Message before, String ts) implements Happened {}

    record Reacted(Channel channel, Message message, String person, String name, boolean added) implements Happened {}

    record Pinned(Channel channel, Message message, Pin pin, String person, boolean added) implements Happened {}

    record Joined(Channel channel, String person, @Nullable String inviter) implements Happened {}

    record Left(Channel channel, String person) implements Happened {}

    record Archived(Channel channel, String person, boolean now) implements Happened {}

    record Renamed(Channel channel) implements Happened {}

    record Deleted(Channel channel, String person) implements Happened {}

    record PersonAdded(Person person) implements Happened {}

    record PersonChanged(Person person) implements Happened {}

    record HomeOpened(
            Person person, Channel direct, @Nullable JsonNode view) implements Happened {}
}
