package dev.coalmine.sandbox.workspace;

import dev.coalmine.sandbox.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Something said in a channel. */
public final class Message {

    /** Who changed it, and when. */
    public record Edit(String by, String ts) {}

    private String channel = "";
    private String ts = "";
    private String user = "";
    private boolean fromApp;
    private @Nullable String username;
    private String text = "";
    private @Nullable String subtype;
    private @Nullable JsonNode blocks;
    private @Nullable JsonNode attachments;
    private @Nullable JsonNode metadata;
    private @Nullable String threadTs;
    private @Nullable String ephemeralTo;
    private @Nullable String inviter;
    private @Nullable Edit edited;
    private List<String> files = List.of();
    private List<String> mentions = List.of();
    private Map<String, Set<String>> reactions = new LinkedHashMap<>();

    /** For reading from the journal. */
    Message() {}

    Message(String channel, String ts, Person author, Draft draft) {
        this.channel = channel;
        this.ts = ts;
        this.user = author.id();
        this.fromApp = author.bot();
        this.threadTs = draft.threadTs();
        this.subtype = draft.subtype();
        this.files = draft.files();
        say(draft);
    }

    private void say(Draft draft) {
        text = draft.text();
        blocks = draft.blocks();
        attachments = draft.attachments();
        metadata = draft.metadata();
        mentions = Mentions.in(draft);
    }

    void edit(Draft draft, Edit edit) {
        var kept = metadata;
        say(draft);
        // An edit that says nothing about metadata keeps it.
        metadata = draft.metadata() == null ? kept : draft.metadata();
        edited = edit;
    }

    void postedBy(Bot bot) {
        username = bot.name();
    }

    void onlyFor(String person) {
        ephemeralTo = person;
    }

    void invitedBy(@Nullable String person) {
        inviter = person;
    }

    Message copy() {
        return Json.as(Json.tree(this), Message.class);
    }

    /** What stays of a message that was deleted while there are replies to it. */
    void bury() {
        subtype = "tombstone";
        user = "USLACKBOT";
        fromApp = false;
        username = null;
        text = "This message was deleted.";
        blocks = null;
        attachments = null;
        metadata = null;
        files = List.of();
        mentions = List.of();
        reactions.clear();
    }

    void react(String name, String person) {
        if (!reactions.computeIfAbsent(name, it -> new LinkedHashSet<>()).add(person)) {
            throw new Refused("already_reacted");
        }
    }

    void unreact(String name, String person) {
        var people = reactions.get(name);
        if (people == null || !people.remove(person)) {
            throw new Refused("no_reaction");
        }
        if (people.isEmpty()) {
            reactions.remove(name);
        }
    }

    /** Whether it stands in the channel itself, not only in a thread. */
    public boolean inChannel() {
        return threadTs == null || threadTs.equals(ts) || "thread_broadcast".equals(subtype);
    }

    public boolean reply() {
        return threadTs != null && !threadTs.equals(ts);
    }

    public boolean ephemeral() {
        return ephemeralTo != null;
    }

    public String channel() {
        return channel;
    }

    public String ts() {
        return ts;
    }

    public String user() {
        return user;
    }

    public boolean fromApp() {
        return fromApp;
    }

    /** What another bot calls itself; empty for people and for the app. */
    public Optional<String> username() {
        return Optional.ofNullable(username);
    }

    public String text() {
        return text;
    }

    public Optional<String> subtype() {
        return Optional.ofNullable(subtype);
    }

    public Optional<JsonNode> blocks() {
        return Optional.ofNullable(blocks);
    }

    public Optional<JsonNode> attachments() {
        return Optional.ofNullable(attachments);
    }

    public Optional<JsonNode> metadata() {
        return Optional.ofNullable(metadata);
    }

    public Optional<String> threadTs() {
        return Optional.ofNullable(threadTs);
    }

    public Optional<String> ephemeralTo() {
        return Optional.ofNullable(ephemeralTo);
    }

    public Optional<String> inviter() {
        return Optional.ofNullable(inviter);
    }

    public Optional<Edit> edited() {
        return Optional.ofNullable(edited);
    }

    public List<String> files() {
        return files;
    }

    /** Who is notified: user ids, group ids, and the words channel, here and everyone with an exclamation mark. */
    public List<String> mentions() {
        return mentions;
    }

    public Map<String, Set<String>> reactions() {
        return reactions;
    }
}
