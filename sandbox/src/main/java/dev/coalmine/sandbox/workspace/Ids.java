package dev.coalmine.sandbox.workspace;

import java.security.SecureRandom;

/** Ids of the shape that Slack gives: a letter for the kind, then capitals and digits. */
public final class Ids {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static String fresh(String prefix) {
        return prefix + "0" + random(9);
    }

    /** Long enough not to be guessed: for URLs and tickets that stand for a permission. */
    public static String secret() {
        return random(24);
    }

    /** What Slack puts where an app left out a block_id or an action_id. */
    public static String random(int length) {
        var id = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
