package dev.coalmine.commands.language;

import java.util.List;

/**
 * One word of {@code /incident} and what it does. Every bean of this type is found by itself: help, completion, the
 * README's table and the manifest are derived from these descriptions.
 */
public interface Command {

    /** The word people type, such as {@code severity}. */
    String word();

    /** Other words for the same. */
    default List<String> aliases() {
        return List.of();
    }

    /** How to use it, such as {@code severity <1-4>}. */
    String usage();

    /** What it does, in one short sentence. */
    String does();

    /** One line that works, without {@code /incident}. */
    String example();

    /** Under which heading of the help it stands. */
    Topic topic();

    /**
     * Does it, inside one transaction.
     *
     * @throws dev.coalmine.storage.rules.Refused when the rules do not allow it; nothing is changed then
     */
    Reply run(Request request);

    /** The refusal that shows right usage. */
    default WrongUsage wrongUsage(String what) {
        return new WrongUsage(what, this);
    }
}
