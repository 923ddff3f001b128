package dev.coalmine.sandbox.workspace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The messages of one channel in order, with the threads among them. */
public final class Conversation {

    private final NavigableMap<String, Message> messages = new TreeMap<>();
    private final Map<String, NavigableMap<String, Message>> threads = new TreeMap<>();

    void keep(Message message) {
        messages.put(message.ts(), message);
        if (message.reply() && !message.ephemeral()) {
            threads.computeIfAbsent(message.threadTs().orElseThrow(), it -> new TreeMap<>())
                    .put(message.ts(), message);
        }
    }

    void forget(Message message) {
        messages.remove(message.ts());
        message.threadTs().map(threads::get).ifPresent(it -> it.remove(message.ts()));
    }

    /** The message that everybody can see at that ts. */
    public Optional<Message> at(String ts) {
        return Optional.ofNullable(messages.get(ts)).filter(it -> !it.ephemeral());
    }

    /** Also those shown to one person only. */
    public Optional<Message> anyAt(String ts) {
        return Optional.ofNullable(messages.get(ts));
    }

    public Collection<Message> after(String ts) {
        return messages.tailMap(ts, false).values();
    }

    /** Newest first, what stands in the channel between the two. */
    public List<Message> between(String oldest, String latest, boolean inclusive) {
        return messages.subMap(oldest, inclusive, latest, inclusive).descendingMap().values().stream()
                .filter(it -> it.inChannel() && !it.ephemeral())
                .toList();
    }

    public List<Message> repliesTo(String ts) {
        var replies = threads.get(ts);
        return replies == null ? List.of() : List.copyOf(replies.values());
    }
}
