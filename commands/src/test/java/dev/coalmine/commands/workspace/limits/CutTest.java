package dev.coalmine.commands.workspace.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CutTest {

    private static final Pattern BROKEN = Pattern.compile(
            "<[^>]*$|^[^<]*>|&[a-z]{0,3}…?$|^(amp|lt|gt|mp|t|p);|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

    @Test
    void aLongTextIsCutBetweenLines() {
        var text = "first line\nsecond line\nthird line";

        assertThat(Cut.pieces(text, 25)).containsExactly("first line\nsecond line", "third line");
    }

    @Test
    void elseBetweenWords() {
        assertThat(Cut.pieces("one two three four", 10)).containsExactly("one two", "three four");
    }

    @Test
    void plainTextMayHoldAnything() {
        assertThat(Cut.plain("a < b and b > c", 8)).isEqualTo("a < b a…");
        assertThat(Cut.plain("smile 😀😀", 8)).isEqualTo("smile …");
        assertThat(Cut.plain("short", 8)).isEqualTo("short");
    }

    @Property
    void noPieceIsTooLongOrBroken(@ForAll("markup") String text, @ForAll @IntRange(min = 60, max = 200) int max) {
        var pieces = Cut.pieces(text, max);

        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.length()).isLessThanOrEqualTo(max);
            assertThat(BROKEN.matcher(piece).find()).as(piece).isFalse();
        });
        assertThat(String.join("", pieces).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
    }

    @Property
    void whatIsClippedIsNotBroken(@ForAll("markup") String text, @ForAll @IntRange(min = 60, max = 200) int max) {
        var clipped = Cut.markup(text, max);

        assertThat(clipped.length()).isLessThanOrEqualTo(max);
        assertThat(BROKEN.matcher(clipped).find()).as(clipped).isFalse();
    }

    @Property
    void nothingIsTooHostileToBeCut(@ForAll String text, @ForAll @IntRange(min = 2, max = 50) int max) {
        assertThat(Cut.pieces(text, max))
                .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(max));
        assertThat(Cut.plain(text, max).length()).isLessThanOrEqualTo(max);
        assertThat(Cut.markup(text, max).length()).isLessThanOrEqualTo(max);
    }

    @Provide
    Arbitrary<String> markup() {
        var words = Arbitraries.of(
                "word ",
                "line\n",
                "&amp;",
                "&lt;",
                "&gt;",
                "<@U0ALICE000>",
                "<https://example.com/a|a page>",
                "😀",
                "a",
                " ");
        return Combinators.combine(words.list().ofMaxSize(200), Arbitraries.of("", " "))
                .as((all, end) -> String.join("", all) + end);
    }
}
