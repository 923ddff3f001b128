package dev.coalmine.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shapes are those of Slack's reference for messages, attachments and blocks. */
class MessageLinesTest {

    @Test
    void textAttachmentsAndBlocksAreLines() {
        assertThat(lines("""
            {"text": "hello", "attachments": [
               {"pretext": "before", "title": "web - launch", "text": "it failed", "fallback": "short",
                "fields": [{"title": "Status", "value": "failed", "short": true}],
                "blocks": [{"type": "header", "text": {"type": "plain_text", "text": "within"}}]}],
             "blocks": [
               {"type": "section", "text": {"type": "mrkdwn", "text": "*bold*"},
                "fields": [{"type": "mrkdwn", "text": "*Host*\\nh-1"}]},
               {"type": "context", "elements": [{"type": "image", "alt_text": "x"}, {"type": "mrkdwn", "text": "at ten"}]},
               {"type": "divider"}, {"type": "markdown", "text": "# big"}, {"type": "unheard-of"}]}\
            """))
                .isEqualTo("hello\n"
                        + "before\n"
                        + "web - launch\n"
                        + "it failed\n"
                        + "short\n"
                        + "Status: failed\n"
                        + "within\n"
                        + "*bold*\n"
                        + "*Host*\n"
                        + "h-1\n"
                        + "at ten\n"
                        + "# big");
    }

    @Test
    void richTextIsReadWhereThereIsNoOther() {
        var blocks = """
            "blocks": [{"type": "rich_text", "elements": [
               {"type": "rich_text_section", "elements": [{"type": "emoji", "name": "rocket"}, {"type": "text", "text": " go "},
                  {"type": "user", "user_id": "U1"}, {"type": "link", "url": "https://x.example"}]},
               {"type": "rich_text_list", "elements": [
                  {"type": "rich_text_section", "elements": [{"type": "text", "text": "one"}]},
                  {"type": "rich_text_section", "elements": [{"type": "text", "text": "two"}]}]}]}]\
            """;
        assertThat(lines("{\"text\": \"\", %s}".formatted(blocks)))
                .isEqualTo("\n:rocket: go <@U1>https://x.example\none\ntwo");
        assertThat(lines("{\"text\": \"go\", %s}".formatted(blocks))).isEqualTo("go");
    }

    @Test
    void anythingMayBeAnything() {
        assertThat(lines("{\"text\": 7, \"attachments\": \"x\", \"blocks\": {\"a\": 1}}"))
                .isNotNull();
        assertThat(lines("{}")).isEmpty();
    }

    private static String lines(String message) {
        return MessageLines.of(JsonMapper.shared().readTree(message));
    }
}
