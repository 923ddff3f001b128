package dev.coalmine.sandbox.workspace;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A channel or a direct message with the app; its messages are kept apart, in a {@link Conversation}. */
public final class Channel {

    /** Who can see a conversation. */
    public enum Kind {
        PUBLIC("channel"),
        PRIVATE("group"),
        DIRECT("im");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** Slack's {@code channel_type}. */
        public String type() {
            return type;
        }
    }

    private String id = "";
    private String name = "";
    private Kind kind = Kind.PUBLIC;
    private String creator = "";
    private long created;
    private boolean archived;
    private Label topic = Label.NONE;
    private Label purpose = Label.NONE;
    private List<String> previousNames = new ArrayList<>();
    private Set<String> members = new LinkedHashSet<>();
    private List<Pin> pins = new ArrayList<>();
    private List<Bookmark> bookmarks = new ArrayList<>();

    /** For reading from the journal. */
    Channel() {}

    Channel(String id, String name, Kind kind, String creator, long created) {
        this.id = id;
        this.name = name;
        this.kind = kind;
        this.creator = creator;
        this.created = created;
    }

    void rename(String to) {
        previousNames.add(name);
        name = to;
    }

    void archive(boolean now) {
        if (archived == now) {
            throw new Refused(now ? "already_archived" : "not_archived");
        }
        archived = now;
    }

    void describe(Label topic) {
        this.topic = topic;
    }

    void dedicate(Label purpose) {
        this.purpose = purpose;
    }

    boolean add(String person) {
        return members.add(person);
    }

    boolean remove(String person) {
        return members.remove(person);
    }

    void pin(Pin pin) {
        if (pinOf(pin.ts()).isPresent()) {
            throw new Refused("already_pinned");
        }
        pins.add(pin);
    }

    Pin unpin(String ts) {
        var pin = pinOf(ts).orElseThrow(() -> new Refused("no_pin"));
        pins.remove(pin);
        return pin;
    }

    void bookmark(Bookmark bookmark) {
        bookmarks.removeIf(it -> it.id().equals(bookmark.id()));
        bookmarks.add(bookmark);
    }

    void removeBookmark(String bookmark) {
        if (!bookmarks.removeIf(it -> it.id().equals(bookmark))) {
            throw new Refused("not_found");
        }
    }

    /** Refuses what cannot be done in an archived channel. */
    public void mustBeOpen() {
        if (archived) {
            throw new Refused("is_archived");
        }
    }

    public void mustHave(String person) {
        if (!has(person)) {
            throw new Refused("not_in_channel");
        }
    }

    public boolean has(String person) {
        return members.contains(person);
    }

    /** Public channels are seen by all, the others by their members. */
    public boolean seenBy(String person) {
        return kind == Kind.PUBLIC || has(person);
    }

    public Optional<Pin> pinOf(String ts) {
        return pins.stream().filter(it -> it.ts().equals(ts)).findFirst();
    }

    /** The other side of a direct message. */
    public String other(String person) {
        return members.stream().filter(it -> !it.equals(person)).findFirst().orElse(person);
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public boolean direct() {
        return kind == Kind.DIRECT;
    }

    public String creator() {
        return creator;
    }

    public long created() {
        return created;
    }

    public boolean archived() {
        return archived;
    }

    public Label topic() {
        return topic;
    }

    public Label purpose() {
        return purpose;
    }

    public List<String> previousNames() {
        return previousNames;
    }

    public Set<String> members() {
        return members;
    }

    public List<Pin> pins() {
        return pins;
    }

    public List<Bookmark> bookmarks() {
        return bookmarks;
    }
}
