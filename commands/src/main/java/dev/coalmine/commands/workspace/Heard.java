package dev.coalmine.commands.workspace;

import org.jspecify.annotations.Nullable;

/**
 * What was heard in Slack. Published inside the transaction that also remembers the event's key, so each is handled
 * once; whoever is concerned listens.
 */
public sealed interface Heard {

    /** What people are told when Coalmine cannot speak in a channel. */
    String REMOVED = "Coalmine was removed from the channel; invite it back with Slack's own `/invite`.";

    /** Somebody wrote something. */
    record Said(String channel, String ts, String person, String text) implements Heard {}

    /**
     * Anybody but Coalmine wrote something, other bots too; or changed it.
     *
     * @param at when, as Slack writes it; for a changed message that of the change
     * @param person who wrote it; null if it was a bot
     * @param bot what a bot calls itself; null if it was a person, or says nothing
     * @param text all that is written in it, in text, attachments and blocks
     * @param link to the message
     */
    record Posted(
            String channel,
            String ts,
            String at,
            @Nullable String person,
            @Nullable String bot,
            String text,
            @Nullable String link)
            implements Heard {}

    /**
     * A message that somebody wants to see read.
     *
     * @param asker who wants to
     * @param message null when it is not there
     */
    record Looked(String asker, @Nullable Posted message) implements Heard {}

    /** A message was changed. */
    record Edited(String channel, String ts, @Nullable String person, String text) implements Heard {}

    /** A message was deleted. */
    record Deleted(String channel, String ts) implements Heard {}

    /** Somebody put an emoji under a message; {@code emoji} is its name without colons. */
    record Marked(String channel, String ts, String person, String emoji) implements Heard {}

    /** Somebody pinned a message. */
    record Pinned(
            String channel,
            String ts,
            String person,
            @Nullable String author,
            String text) implements Heard {}

    /**
     * A message that was asked for.
     *
     * @param person who marked it
     * @param how with what they marked it
     * @param text null when the message is gone
     */
    record MessageRead(
            long incident,
            String channel,
            String ts,
            String person,
            String how,
            @Nullable String author,
            @Nullable String text,
            @Nullable String link)
            implements Heard {}

    /**
     * Somebody came into a channel.
     *
     * @param inviter null when they came by themselves
     */
    record Joined(String channel, String person, @Nullable String inviter, boolean invitedByCoalmine)
            implements Heard {}

    record Left(String channel, String person) implements Heard {}

    /** A channel was archived, restored or deleted; {@code how} says which, in the past tense. */
    record ChannelChanged(String channel, @Nullable String person, boolean usable, String how) implements Heard {}

    /** A channel has another name. */
    record ChannelRenamed(String channel, String name) implements Heard {}

    /** A channel was made private, or public. */
    record ChannelConverted(String channel, @Nullable String person, boolean hidden) implements Heard {}

    /** A channel has another id. */
    record ChannelMoved(String before, String now) implements Heard {}

    /** Somebody looks at the Home tab. */
    record HomeOpened(String person) implements Heard {}
}
