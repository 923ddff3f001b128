package dev.coalmine.sandbox.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.sandbox.json.Json;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    @ParameterizedTest
    @CsvSource({
        "<@U0ALICE000>, U0ALICE000",
        "<@U0ALICE000|alice>, U0ALICE000",
        "<!channel>, !channel",
        "<!here|here>, !here",
        "<!subteam^S0PLATFORM|@platform>, S0PLATFORM"
    })
    void whoIsNotified(String text, String mention) {
        assertThat(Mentions.in(Draft.of("see " + text + "!"))).containsExactly(mention);
    }

    @Test
    void namesAloneNotifyNobodyUnlessTheAppAsks() {
        var plain = Draft.of("@channel @here");
        assertThat(Mentions.in(plain)).isEmpty();
        var linked = new Draft(plain.text(), null, null, null, null, false, null, plain.files(), true);
        assertThat(Mentions.in(linked)).containsExactly("!channel", "!here");
    }

    @Test
    void blocksNotifyWhereTheyAreMarkdownOrRichText() {
        var blocks = Json.parse("""
            [{"type": "section", "text": {"type": "mrkdwn", "text": "<!here>"}},
             {"type": "header", "text": {"type": "plain_text", "text": "<!channel>"}},
             {"type": "context", "elements": [{"type": "mrkdwn", "text": "<@U0BOB00000>"}]},
             {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [
               {"type": "broadcast", "range": "everyone"}, {"type": "user", "user_id": "U0CAROL000"}]}]}]
            """);
        assertThat(Mentions.in(Draft.of("").withBlocks(blocks)))
                .containsExactly("!here", "U0BOB00000", "!everyone", "U0CAROL000");
    }

    @Property
    void whatIsEscapedNotifiesNobody(@ForAll String hostile) {
        var escaped = ("<!channel>" + hostile + "<@U0BOB00000>")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        assertThat(Mentions.in(Draft.of(escaped))).isEmpty();
    }
}
