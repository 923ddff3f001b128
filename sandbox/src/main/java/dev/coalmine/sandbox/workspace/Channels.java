package dev.coalmine.sandbox.workspace;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All channels and direct messages, and what can be done to them. */
public final class Channels {

    static final String KIND = "channel";
    public static final String GENERAL = "C0GENERAL0";

    private final Ledger ledger;
    private final Messages messages;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    Channels(Ledger ledger, Messages messages) {
        this.ledger = ledger;
        this.messages = messages;
    }

    void restore(Channel channel) {
        channels.put(channel.id(), channel);
    }

    void clear() {
        channels.clear();
    }

    void keep(Channel channel) {
        channels.put(channel.id(), channel);
        ledger.keep(KIND, channel.id(), channel);
    }

    public Channel create(String name, boolean secret, Person by) {
        // An archived channel keeps its name.
        free(ChannelName.checked(name));
        var kind = secret ? Channel.Kind.PRIVATE : Channel.Kind.PUBLIC;
        var channel = new Channel(Ids.fresh("C"), name, kind, by.id(), ledger.now());
        channel.add(by.id());
        keep(channel);
        joined(channel, by, null);
        return channel;
    }

    private void free(String name) {
        if (named(name).isPresent()) {
            throw new Refused("name_taken");
        }
    }

    /** The direct messages between the two, made when they first talk. */
    public Channel direct(Person one, Person other) {
        return channels.values().stream()
                .filter(it -> it.direct() && it.has(one.id()) && it.has(other.id()))
                .findFirst()
                .orElseGet(() -> openDirect(one, other));
    }

    private Channel openDirect(Person one, Person other) {
        var channel = new Channel(Ids.fresh("D"), "", Channel.Kind.DIRECT, one.id(), ledger.now());
        channel.add(one.id());
        channel.add(other.id());
        keep(channel);
        return channel;
    }

    public void archive(Channel channel, Person by, boolean now) {
        named(channel);
        if (channel.id().equals(GENERAL)) {
            throw new Refused("cant_archive_general");
        }
        channel.archive(now);
        keep(channel);
        note(channel, by, now ? "archive" : "unarchive", (now ? "archived" : "un-archived") + " the channel");
        ledger.tell(new Happened.Archived(channel, by.id(), now));
    }

    public void rename(Channel channel, Person by, String name) {
        named(channel).mustBeOpen();
        if (!channel.name().equals(ChannelName.checked(name))) {
            free(name);
            var old = channel.name();
            channel.rename(name);
            keep(channel);
            note(channel, by, "name", "has renamed the channel from \"%s\" to \"%s\"".formatted(old, name));
            ledger.tell(new Happened.Renamed(channel));
        }
    }

    public void setTopic(Channel channel, Person by, String topic) {
        channel.mustBeOpen();
        channel.mustHave(by.id());
        channel.describe(Label.of(topic, by.id(), ledger.now()));
        keep(channel);
        note(channel, by, "topic", "set the channel topic: " + topic);
    }

    public void setPurpose(Channel channel, Person by, String purpose) {
        channel.mustBeOpen();
        channel.mustHave(by.id());
        channel.dedicate(Label.of(purpose, by.id(), ledger.now()));
        keep(channel);
        note(channel, by, "purpose", "set the channel description: " + purpose);
    }

    /** False when they were there already. */
    public boolean join(Channel channel, Person person, @Nullable String inviter) {
        named(channel).mustBeOpen();
        if (!channel.add(person.id())) {
            return false;
        }
        keep(channel);
        joined(channel, person, inviter);
        return true;
    }

    private void joined(Channel channel, Person person, @Nullable String inviter) {
        messages.note(
                channel, person, kind(channel, "join"), "<@%s> has joined the channel".formatted(person.id()), inviter);
        ledger.tell(new Happened.Joined(channel, person.id(), inviter));
    }

    /** False when they were not there. */
    public boolean leave(Channel channel, Person person) {
        named(channel).mustBeOpen();
        if (!channel.has(person.id())) {
            return false;
        }
        note(channel, person, "leave", "has left the channel");
        // Those who leave are told too, so they are taken out last.
        ledger.tell(new Happened.Left(channel, person.id()));
        channel.remove(person.id());
        keep(channel);
        return true;
    }

    /** Only a person can delete a channel; no app of ours ever does. */
    public void delete(Channel channel, Person by) {
        named(channel);
        channels.remove(channel.id());
        messages.forget(channel);
        ledger.drop(KIND, channel.id());
        ledger.tell(new Happened.Deleted(channel, by.id()));
    }

    public void bookmark(Channel channel, Bookmark bookmark) {
        channel.bookmark(bookmark);
        keep(channel);
    }

    public void removeBookmark(Channel channel, String bookmark) {
        channel.removeBookmark(bookmark);
        keep(channel);
    }

    private void note(Channel channel, Person by, String what, String words) {
        messages.note(channel, by, kind(channel, what), "<@%s> %s".formatted(by.id(), words), null);
    }

    private static String kind(Channel channel, String what) {
        return channel.kind().type() + "_" + what;
    }

    private static Channel named(Channel channel) {
        if (channel.direct()) {
            throw new Refused("method_not_supported_for_channel_type");
        }
        return channel;
    }

    /** The channel with that id, if that person may know of it. */
    public Channel get(String id, Person asking) {
        return Optional.ofNullable(channels.get(id))
                .filter(it -> it.seenBy(asking.id()))
                .orElseThrow(() -> new Refused("channel_not_found"));
    }

    public Optional<Channel> find(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    public Optional<Channel> named(String name) {
        return channels.values().stream()
                .filter(it -> !it.direct() && it.name().equals(name))
                .findFirst();
    }

    public Collection<Channel> all() {
        return channels.values();
    }

    public Stream<Channel> seenBy(Person person) {
        return channels.values().stream().filter(it -> it.seenBy(person.id()));
    }
}
