package dev.coalmine.commands.launches;

import java.util.List;

/**
 * What the rules made of a message.
 *
 * @param text what they looked at: the message as plain text
 */
sealed interface Reading {

    String text();

    /** It tells of launches; identical ones are one. */
    record Understood(String text, String rule, List<Notice> notices) implements Reading {}

    /**
     * It tells of none.
     *
     * @param why what rules had to say of it, if they came near
     */
    record NotUnderstood(String text, List<String> why) implements Reading {}
}
