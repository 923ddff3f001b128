package dev.coalmine.commands.hypotheses.inquiry;

import java.util.regex.Pattern;

/** Statements that nothing could contradict, such as “something network-y”; judged by their words, so now and then wrongly. */
public final class Vague {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern WOOLLY = Pattern.compile(
            "\\b(something|somehow|somewhere|some kind|weird|strange|flaky|funny|odd|issues?|problems?|glitch\\w*"
                    + "|maybe|possibly|related|\\w+-y|\\w+-?ish|acting up|hiccups?|gremlins?)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    // Whoever names a mechanism or what it lets one see has said something that can be wrong.
    private static final Pattern PRECISE = Pattern.compile(
            "→|-&gt;|=&gt;|\\b(because|since|so"
                    + " that|therefore|predicts?|means|then|after|until|whenever|when|if)\\b|\\d",
            Pattern.CASE_INSENSITIVE);

    private Vague() {}

    /** @param statement mark-up */
    public static boolean is(String statement) {
        var words = statement.strip().split("\\s+").length;
        return !PRECISE.matcher(statement).find()
                && (words < FEWEST_WORDS || WOOLLY.matcher(statement).find());
    }
}
