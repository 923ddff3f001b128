package dev.coalmine.bot;

import dev.coalmine.bot.replay.Replay;
import dev.coalmine.sandbox.SandboxApplication;
import dev.coalmine.sandbox.load.Load;
import dev.coalmine.sandbox.load.LoadSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the runnable jar can do besides being the bot; named by the first word on its command line. */
@FunctionalInterface
interface Tool {

    /** Runs it, and returns the exit code. */
    int run(List<String> arguments) throws InterruptedException;

    static @Nullable Tool named(String word) {
        return switch (word) {
            case "sandbox" -> Tool::sandbox;
            case "load" -> Tool::load;
            case "train" -> Tool::train;
            case "replay" -> arguments -> new Replay(System.in, System.out, System.err).run(arguments);
            default -> null;
        };
    }

    private static int sandbox(List<String> arguments) throws InterruptedException {
        SandboxApplication.main(arguments.toArray(String[]::new));
        return 0;
    }

    private static int train(List<String> arguments) throws InterruptedException {
        try {
            Training.run();
            return 0;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static int load(List<String> arguments) throws InterruptedException {
        try {
            return new Load(LoadSettings.read(arguments), System.out).run() ? 0 : 1;
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        }
    }
}
