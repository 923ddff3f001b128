package dev.coalmine.sandbox.script;

import dev.coalmine.sandbox.json.Json;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Somebody of the team, doing what people do. What Slack does not allow fails the test that tried it. */
public final class Actor {

    private final Script script;
    private final String name;

    Actor(Script script, String name) {
        this.script = script;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** A slash command; the reply is what was shown within the app's answer. */
    public Reply types(String channel, String command) {
        return reply("command", in(channel).put("text", command));
    }

    /** The ts of what was said. {@code @coalmine} as the channel is the direct messages with the app. */
    public String says(String channel, String text) {
        return reply("message", in(channel).put("text", text)).ts();
    }

    public String repliesTo(String channel, String thread, String text) {
        return reply("message", in(channel).put("text", text).put("thread", thread))
                .ts();
    }

    public void edits(String channel, String ts, String text) {
        reply("edit", at(channel, ts).put("text", text));
    }

    public void deletes(String channel, String ts) {
        reply("delete", at(channel, ts));
    }

    /** By the action_id or by what is written on the button. */
    public Reply clicks(String channel, String ts, String action) {
        return reply("click", at(channel, ts).put("action", action));
    }

    /** In a menu: by the value of the option or by its text. */
    public Reply chooses(String channel, String ts, String action, String value) {
        return reply("click", at(channel, ts).put("action", action).put("value", value));
    }

    public Reply clicksInView(String view, String action) {
        return reply("click", me().put("view", view).put("action", action));
    }

    public Reply choosesInView(String view, String action, String value) {
        return reply("click", me().put("view", view).put("action", action).put("value", value));
    }

    public Reply clicksAtHome(String action) {
        return reply("click", me().put("home", true).put("action", action));
    }

    /** By action_id or block_id; texts, and lists of texts where several can be chosen. */
    public Reply submits(String view, Map<String, ?> values) {
        var body = me().put("view", view);
        body.set("values", Json.tree(values));
        return reply("submit", body);
    }

    public Reply closes(String view) {
        return reply("close", me().put("view", view));
    }

    public Reply opensShortcut(String callback) {
        return reply("shortcut", me().put("callback_id", callback));
    }

    public Reply opensShortcut(String callback, String channel, String ts) {
        return reply("shortcut", at(channel, ts).put("callback_id", callback));
    }

    /** Opens the Home tab; the app draws it a moment later. */
    public Reply opensHome() {
        return reply("home", me());
    }

    public void reacts(String channel, String ts, String emoji) {
        reply("react", at(channel, ts).put("name", emoji));
    }

    public void takesBack(String channel, String ts, String emoji) {
        reply("react", at(channel, ts).put("name", emoji).put("remove", true));
    }

    public void pins(String channel, String ts) {
        reply("pin", at(channel, ts));
    }

    public void unpins(String channel, String ts) {
        reply("pin", at(channel, ts).put("remove", true));
    }

    public void joins(String channel) {
        reply("join", in(channel));
    }

    public void leaves(String channel) {
        reply("leave", in(channel));
    }

    /** Somebody else, or {@code coalmine}. */
    public void invites(String channel, String who) {
        reply("invite", in(channel).put("who", who));
    }

    public void archives(String channel) {
        reply("archive", in(channel));
    }

    public void unarchives(String channel) {
        reply("archive", in(channel).put("remove", true));
    }

    /** The channel itself, with all that was said in it. */
    public void deletesChannel(String channel) {
        reply("channel", in(channel).put("remove", true));
    }

    public void renames(String channel, String to) {
        reply("rename", in(channel).put("name", to));
    }

    public void creates(String channel) {
        reply("channel", me().put("name", channel));
    }

    public void createsPrivate(String channel) {
        reply("channel", me().put("name", channel).put("private", true));
    }

    private ObjectNode me() {
        return Json.object().put("as", name);
    }

    private ObjectNode in(String channel) {
        return me().put("in", channel);
    }

    private ObjectNode at(String channel, String ts) {
        return in(channel).put("ts", ts);
    }

    private Reply reply(String wish, ObjectNode body) {
        return new Reply(script.wish(wish, body));
    }
}
