package dev.coalmine.bot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the runnable jar can do besides being the bot; named by the first word on its command line. */
interface Tool {

    /** @return the exit code */
    int run(List<String> arguments);

    static @Nullable Tool named(String word) {
        return switch (word) {
            default -> null;
        };
    }
}
