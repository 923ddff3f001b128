package dev.coalmine.sandbox.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that was said, and what is done to it. */
public final class Messages {

    static final String KIND = "message";

    private final Ledger ledger;
    private final Map<String, Conversation> conversations = new HashMap<>();

    Messages(Ledger ledger) {
        this.ledger = ledger;
    }

    void restore(Message message) {
        ledger.seen(message.ts());
        in(message.channel()).keep(message);
    }

    void clear() {
        conversations.clear();
    }

    void forget(Channel channel) {
        for (var message : List.copyOf(in(channel).after(""))) {
            ledger.drop(KIND, key(message));
        }
        conversations.remove(channel.id());
    }

    public Conversation in(Channel channel) {
        return in(channel.id());
    }

    private Conversation in(String channel) {
        return conversations.computeIfAbsent(channel, it -> new Conversation());
    }

    public Message post(Channel channel, Person author, Draft draft) {
        channel.mustBeOpen();
        var message = new Message(channel.id(), ledger.ts(), author, inThread(channel, draft));
        keep(message);
        ledger.tell(new Happened.MessagePosted(channel, message));
        return message;
    }

    /** What another bot says. */
    public Message post(Channel channel, Bot bot, Draft draft) {
        channel.mustBeOpen();
        var said = inThread(channel, draft).as("bot_message");
        var message = new Message(channel.id(), ledger.ts(), bot.person(), said);
        message.postedBy(bot);
        keep(message);
        ledger.tell(new Happened.MessagePosted(channel, message));
        return message;
    }

    public Message edit(Channel channel, Message message, Bot by, Draft draft) {
        return edit(channel, message, by.person(), draft);
    }

    /** A reply to a reply belongs to the same thread. */
    private Draft inThread(Channel channel, Draft draft) {
        var thread = draft.threadTs();
        if (thread == null) {
            return draft;
        }
        var parent = in(channel).at(thread).orElseThrow(() -> new Refused("thread_not_found"));
        var shown = draft.broadcast() ? draft.as("thread_broadcast") : draft;
        return shown.inThread(parent.threadTs().orElse(parent.ts()));
    }

    /** Shown to one person only; no event tells of it, and no history has it. */
    public Message whisper(Channel channel, Person author, Person to, Draft draft) {
        var message = new Message(channel.id(), ledger.ts(), author, draft);
        message.onlyFor(to.id());
        keep(message);
        return message;
    }

    /** What Slack itself writes into a channel. */
    void note(Channel channel, Person about, String subtype, String text, @Nullable String inviter) {
        var message =
                new Message(channel.id(), ledger.ts(), about, Draft.of(text).as(subtype));
        message.invitedBy(inviter);
        keep(message);
        ledger.tell(new Happened.MessagePosted(channel, message));
    }

    public Message edit(Channel channel, Message message, Person by, Draft draft) {
        channel.mustBeOpen();
        var before = message.copy();
        message.edit(draft, new Message.Edit(by.id(), ledger.ts()));
        keep(message);
        if (!message.ephemeral()) {
            ledger.tell(new Happened.MessageChanged(channel, message, before));
        }
        return message;
    }

    public void delete(Channel channel, Message message) {
        var before = message.copy();
        if (in(channel).repliesTo(message.ts()).isEmpty()) {
            remove(message);
        } else {
            message.bury();
            keep(message);
        }
        if (!message.ephemeral()) {
            ledger.tell(new Happened.MessageDeleted(channel, message, before, ledger.ts()));
        }
    }

    private void remove(Message message) {
        in(message.channel()).forget(message);
        ledger.drop(KIND, key(message));
    }

    public void react(Channel channel, Message message, Person person, String name) {
        channel.mustBeOpen();
        message.react(name, person.id());
        keep(message);
        ledger.tell(new Happened.Reacted(channel, message, person.id(), name, true));
    }

    public void unreact(Channel channel, Message message, Person person, String name) {
        message.unreact(name, person.id());
        keep(message);
        ledger.tell(new Happened.Reacted(channel, message, person.id(), name, false));
    }

    private void keep(Message message) {
        in(message.channel()).keep(message);
        ledger.keep(KIND, key(message), message);
    }

    private static String key(Message message) {
        return message.channel() + "/" + message.ts();
    }
}
