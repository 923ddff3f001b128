package dev.coalmine.commands.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that Slack did not take and that is tried no more, until somebody decides what becomes of it.
 *
 * @param what such as “a message into the channel”
 * @param incident its number, if it belongs to one
 * @param restricted whether that incident is private
 * @param joined how many more messages were to go out in it
 */
public record DeadLetter(
        long id, Instant at, String what, Optional<Long> incident, boolean restricted, int joined, Cause cause) {}
