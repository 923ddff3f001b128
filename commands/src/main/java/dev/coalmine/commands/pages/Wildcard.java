package dev.coalmine.commands.pages;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns in which {@code *} stands for any characters, upper and lower case being the same. */
final class Wildcard {

    private Wildcard() {}

    static boolean matches(String pattern, String word) {
        var expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(word)
                .matches();
    }
}
