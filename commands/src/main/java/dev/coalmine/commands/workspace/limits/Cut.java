package dev.coalmine.commands.workspace.limits;

import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.List;

/** Cuts text to a length, so that no character, no {@code &amp;} and no {@code <link>} is cut in two. */
public final class Cut {

    private Cut() {}

    /** Plain text of at most {@code max} characters; what is missing is an ellipsis. */
    public static String plain(String text, int max) {
        return text.length() <= max ? text : text.substring(0, whole(text, max - 1)) + "…";
    }

    /** Mark-up of at most {@code max} characters; what is missing is an ellipsis. */
    public static String markup(String text, int max) {
        return Markup.clip(text, max);
    }

    /**
     * All of the mark-up, in pieces of at most {@code max} characters, cut between lines where that is possible, else
     * between words. A link that fits into no piece is shortened.
     */
    public static List<String> pieces(String markup, int max) {
        var pieces = new ArrayList<String>();
        var left = markup;
        while (left.length() > max) {
            var end = end(left, max);
            var piece = left.substring(0, end).stripTrailing();
            if (!piece.isEmpty()) {
                pieces.add(piece);
            }
            left = left.substring(end).stripLeading();
        }
        if (!left.isBlank() || pieces.isEmpty()) {
            pieces.add(left.stripTrailing());
        }
        return List.copyOf(pieces);
    }

    /** Where to cut: behind a line, behind a word, or behind whatever is whole; always moves on. */
    private static int end(String text, int max) {
        var most = outsideMarkup(text, whole(text, max));
        var line = text.lastIndexOf('\n', most - 1);
        if (line > max / 2) {
            return line + 1;
        }
        var word = text.lastIndexOf(' ', most - 1);
        if (word > max / 2 && outsideMarkup(text, word + 1) == word + 1) {
            return word + 1;
        }
        return most > 0 ? most : whole(text, max);
    }

    /** The same place, or one before it that is not inside of {@code <…>} or {@code &…;}; 0 if there is none. */
    private static int outsideMarkup(String text, int at) {
        var open = text.lastIndexOf('<', at - 1);
        var end = open >= 0 && text.lastIndexOf('>', at - 1) < open ? open : at;
        var and = text.lastIndexOf('&', end - 1);
        return and >= 0 && end - and < 5 && text.indexOf(';', and) >= end ? and : end;
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}
