package dev.coalmine.bot.web;

import dev.coalmine.storage.rules.Markup;
import java.util.regex.Pattern;

/** Text made fit for a page. */
final class Html {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private Html() {}

    /** Fit for text and for attributes in double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Slack's mark-up as text; of its styles only code is kept. */
    static String ofMarkup(String markup) {
        return CODE.matcher(escaped(Markup.plain(markup))).replaceAll("<code>$1</code>");
    }
}
