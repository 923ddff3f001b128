package dev.coalmine.commands.reviews;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Text on its way into a file, in UTF-8. */
final class Text {

    // Marks that turn the direction of writing could make a line read as something else than it says.
    private static final Pattern MISLEADING =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\t]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029]");

    private final Writer writer;

    Text(OutputStream to) {
        writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    }

    Text add(CharSequence text) {
        try {
            writer.append(text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void flush() {
        try {
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without control characters and turned writing; lines end in {@code \n}. */
    static String honest(String text) {
        return MISLEADING.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("");
    }
}
