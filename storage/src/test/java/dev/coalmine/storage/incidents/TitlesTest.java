package dev.coalmine.storage.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class TitlesTest {

    @Property
    void aChannelNameIsOneThatSlackTakes(@ForAll @LongRange(min = 1) long number, @ForAll String title) {
        assertThat(Titles.channelName(number, title)).matches("^[a-z0-9_-]{1,80}$");
    }

    @Property
    void aTitleFitsAndHasOneLine(@ForAll @StringLength(max = 400) String raw) {
        var safe = Titles.safe(raw);

        assertThat(safe.codePointCount(0, safe.length())).isLessThanOrEqualTo(Titles.MAX);
        assertThat(safe).doesNotContainPattern("[\\p{Cc}\\p{Cs}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    }

    @Property
    void makingATitleSafeTwiceChangesNothingMore(
            @ForAll @CharRange(from = 'a', to = 'c') @CharRange(from = ' ', to = ' ') @StringLength(max = 200)
                    String plain,
            @ForAll @StringLength(max = 200) String any) {
        var safe = Titles.safe(plain + any);

        assertThat(Titles.safe(safe)).isEqualTo(safe);
    }

    @Example
    void hostileTitlesGiveHarmlessNames() {
        assertThat(Titles.channelName(1, "Checkout is down")).isEqualTo("inc-1-checkout-is-down");
        assertThat(Titles.channelName(2, "<!channel>")).isEqualTo("inc-2-channel");
        assertThat(Titles.channelName(3, "🔥🔥")).isEqualTo("inc-3");
        assertThat(Titles.channelName(4, "")).isEqualTo("inc-4");
        assertThat(Titles.channelName(5, "Zürich Ärger")).isEqualTo("inc-5-zurich-arger");
        assertThat(Titles.channelName(6, "x".repeat(10_000))).hasSizeLessThanOrEqualTo(80);
        assertThat(Titles.channelName(7, "\ud83d\u202e../../etc")).isEqualTo("inc-7-etc");
    }

    @Example
    void hostileTitlesAreMadeReadable() {
        assertThat(Titles.safe("\u202egnp.exe\u0000")).isEqualTo("gnp.exe");
        assertThat(Titles.safe("one\ntwo\t three")).isEqualTo("one two three");
        assertThat(Titles.safe("half \ud83d a pair")).isEqualTo("half a pair");
        assertThat(Titles.safe("👩\u200D🚒 is on it")).isEqualTo("👩\u200D🚒 is on it");
        assertThat(Titles.safe("x".repeat(10_000))).hasSize(Titles.MAX).endsWith("…");
        assertThat(Titles.safe("")).isEmpty();
    }
}
