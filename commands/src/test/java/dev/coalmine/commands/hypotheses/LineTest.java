package dev.coalmine.commands.hypotheses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.storage.hypotheses.Says;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineTest {

    @Test
    void itsPartsAreReadInAnyOrder() {
        var line = Line.read("H2 <@U0BOB> “drain one node; errors stop if H2” in 10m <https://x.example/a|graph>");
        assertThat(line.number(Line.Kind.HYPOTHESIS)).contains(2);
        assertThat(line.first(Line.Kind.PERSON)).contains("U0BOB");
        assertThat(line.first(Line.Kind.QUOTATION)).contains("drain one node; errors stop if H2");
        assertThat(line.in()).contains(Duration.ofMinutes(10));
        assertThat(line.first(Line.Kind.LINK)).contains("https://x.example/a");
    }

    @Test
    void oneWordHoldsForAllNamesThatFollow() {
        assertThat(Ratings.of(Line.read("\"x\" strongly against H1, for H2 and h3; neutral H4 n/a H5")))
                .isEqualTo(Map.of(
                        1, Says.STRONGLY_AGAINST, 2, Says.FOR, 3, Says.FOR, 4, Says.NEUTRAL, 5, Says.NOT_APPLICABLE));
    }

    @Test
    void aNameIsNoPartOfAWord() {
        assertThat(Line.read("http2 sha1 H1x the4").numbers(Line.Kind.HYPOTHESIS))
                .isEmpty();
    }

    @Property
    void whateverIsWrittenIsReadAndNothingButSpaceIsLost(@ForAll String text) {
        var parts = Line.read(text).parts();
        var kept = parts.stream().mapToInt(it -> it.text().length()).sum();
        assertThat(kept).isLessThanOrEqualTo(text.length());
        assertThat(parts.isEmpty())
                .isEqualTo(text.replaceAll("[\\s\"“”„«»]", "").isEmpty() && parts.isEmpty());
    }

    @Property
    void numbersComeBackAsTheyWereWritten(
            @ForAll @IntRange(min = 1, max = 999_999) int h, @ForAll @IntRange(min = 1, max = 999_999) int e) {
        var line = Line.read("ruleout h%d (E%d) \"why\"".formatted(h, e));
        assertThat(line.number(Line.Kind.HYPOTHESIS)).contains(h);
        assertThat(line.number(Line.Kind.EVIDENCE)).contains(e);
    }
}
