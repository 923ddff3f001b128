package dev.coalmine.bot.slack;

import java.util.List;

/**
 * A permission that Coalmine asks Slack for.
 *
 * @param name as Slack knows it
 * @param reason what it is needed for, and so what is missing without it
 */
public record Scope(String name, String reason) {

    /** All that is needed, and nothing more. */
    public static final List<Scope> NEEDED = List.of(
            new Scope("app_mentions:read", "commands in threads, where slash commands do not work"),
            new Scope("bookmarks:read", "see which bookmarks are there before adding one twice"),
            new Scope("bookmarks:write", "timeline and runbook above each incident channel"),
            new Scope("channels:history", "keep marked messages, and find a message after Slack did not answer"),
            new Scope("channels:manage", "make incident channels, invite people, set topics"),
            new Scope("channels:read", "notice what happens to incident channels"),
            new Scope("chat:write", "cards, announcements and answers"),
            new Scope("commands", "/incident, and the entries in the shortcut menus"),
            new Scope("files:write", "exports as files"),
            new Scope("groups:history", "the same as channels:history in private incidents"),
            new Scope("groups:read", "the same as channels:read in private incidents"),
            new Scope("groups:write", "make the channels of private incidents"),
            new Scope("im:history", "find a private message of its own after Slack did not answer"),
            new Scope("im:write", "tell a person something in private, such as the duties of a role"),
            new Scope("pins:read", "put pinned messages into the timeline"),
            new Scope("pins:write", "pin the card"),
            new Scope("reactions:read", "put messages marked with an emoji into the timeline"),
            new Scope("usergroups:read", "invite a team that owns a service"),
            new Scope("users:read", "names and time zones of people"),
            new Scope("users:read.email", "find the people whom a page names by e-mail address"));
}
