package dev.coalmine.storage.rules;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MarkupTest {

    private static final String ACTIVE = "<[!@#]|@(channel|here|everyone|group)\\b";

    @Property
    void whatAStrangerWroteMentionsNobody(@ForAll("hostile") String text) {
        assertThat(Markup.escape(text)).doesNotContainPattern(ACTIVE).doesNotContain("<", ">");
    }

    @Property
    void whatAPersonTypedPingsNoWholeChannel(@ForAll("hostile") String text) {
        assertThat(Markup.fromSlack(text)).doesNotContain("<!").doesNotContainPattern("@(channel|here|everyone)\\b");
    }

    @Property
    void plainTextComesBackFromItsEscape(@ForAll("hostile") String text) {
        assertThat(Markup.plain(Markup.escape(text), id -> id)).isEqualTo(text);
    }

    @Property
    void clippedTextFitsAndNoEscapeOrMentionIsCut(@ForAll("hostile") String text, @ForAll @IntRange(min = 1) int seed) {
        var markup = Markup.escape(text) + Markup.person("U0ALICE") + Markup.escape(text);
        var max = 1 + seed % markup.length();
        var clipped = Markup.clip(markup, max);

        assertThat(clipped).hasSizeLessThanOrEqualTo(max);
        assertThat(clipped.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
        assertThat(clipped.replace("<@U0ALICE>", "")).doesNotContain("<");
        assertThat(clipped).doesNotContainPattern("@(channel|here|everyone|group)\\b");
    }

    @Property
    void whatIsStorableIsLeftAloneTheSecondTime(@ForAll String text) {
        var stored = Markup.storable(text);

        assertThat(Markup.storable(stored)).isEqualTo(stored).doesNotContain("\u0000");
        assertThat(new String(
                        stored.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(stored);
    }

    @Example
    void groupsAndBroadcastsKeepTheirNameAndLoseTheirPing() {
        assertThat(Markup.plain(Markup.fromSlack("<!channel> and <!subteam^S1|@oncall> and <!here|here>")))
                .isEqualTo("@channel and @oncall and @here");
        assertThat(Markup.fromSlack("<!<!channel>>")).doesNotContain("<!");
        assertThat(Markup.fromSlack("<@U0ALICE> saw <https://example.com|it>"))
                .isEqualTo("<@U0ALICE> saw <https://example.com|it>");
    }

    @Example
    void peopleChannelsAndLinksReadWell() {
        var markup = "<@U0ALICE> in <#C1|checkout>: <https://example.com/a|graph>, <https://example.com>";

        assertThat(Markup.plain(markup, id -> "alice"))
                .isEqualTo("@alice in #checkout: graph (https://example.com/a), https://example.com");
        assertThat(Markup.plain("<@U0BOB|bob> and <@U0CAROL>")).isEqualTo("@bob and @U0CAROL");
    }

    /** Pieces that mean something to Slack, in any order, between any other characters but the word joiner. */
    @Provide
    Arbitrary<String> hostile() {
        var pieces = Arbitraries.of(
                "<!channel>",
                "<!",
                "<",
                ">",
                "&",
                "&lt;",
                "&amp;",
                "@channel",
                "@here",
                "@",
                "channel",
                "everyone",
                "<@U0BOB>",
                "|",
                "^",
                "<!here|",
                "<!subteam^S1|@x>",
                "🔥",
                "\n",
                " ");
        var any = Arbitraries.strings().ofMaxLength(5).filter(text -> !text.contains("\u2060"));
        return Arbitraries.oneOf(pieces, any).list().ofMaxSize(12).map(all -> String.join("", all));
    }
}
