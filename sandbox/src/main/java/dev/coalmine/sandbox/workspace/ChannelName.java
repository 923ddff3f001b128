package dev.coalmine.sandbox.workspace;

import java.util.regex.Pattern;

/** Slack's rules for a channel's name. */
final class ChannelName {

    private static final int LIMIT = 80;
    private static final Pattern ALLOWED = Pattern.compile("[\\p{Ll}\\p{Lo}\\p{N}_-]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[_-]+");

    private ChannelName() {}

    static String checked(String name) {
        if (name.isEmpty()) {
            throw new Refused("invalid_name_required");
        }
        if (name.length() > LIMIT) {
            throw new Refused("invalid_name_maxlength");
        }
        if (PUNCTUATION.matcher(name).matches()) {
            throw new Refused("invalid_name_punctuation");
        }
        if (!ALLOWED.matcher(name).matches()) {
            throw new Refused("invalid_name_specials");
        }
        return name;
    }
}
