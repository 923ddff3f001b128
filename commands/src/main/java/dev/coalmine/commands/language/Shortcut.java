package dev.coalmine.commands.language;

import org.jspecify.annotations.Nullable;

/** An entry of Slack's shortcut menus; found by itself, like a command. */
public interface Shortcut {

    /** Its id in the manifest; unique. */
    String id();

    /** What the menu says; Slack allows 24 characters. */
    String label();

    /** What it does, for the manifest; Slack allows 150 characters. */
    String does();

    /** Whether it stands in a message's menu, or in the global one. */
    boolean onMessages();

    Reply run(Use use);

    /**
     * Somebody chose it.
     *
     * @param message the message it was chosen on; null for a global shortcut
     */
    record Use(
            @Nullable String key, String person, @Nullable Message message) {}

    /**
     * A message in Slack.
     *
     * @param author Slack id of a person or an app; null when Slack does not say
     * @param text Slack mark-up
     */
    record Message(
            String channel,
            String ts,
            @Nullable String author,
            String text,
            @Nullable String link) {}
}
