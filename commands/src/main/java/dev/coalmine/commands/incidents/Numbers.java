package dev.coalmine.commands.incidents;

import dev.coalmine.commands.language.Command;
import java.util.regex.Pattern;

/** Reads an incident's number: {@code 7} or {@code #7}. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("#?(\\d{1,18})");

    private Numbers() {}

    static long read(String words, Command command) {
        var number = NUMBER.matcher(words.strip());
        if (!number.matches()) {
            throw command.wrongUsage("Name the incident by its number.");
        }
        return Long.parseLong(number.group(1));
    }
}
