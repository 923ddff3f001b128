package dev.coalmine.sandbox.screen;

/** One message with every kind of block and element that fits into one. */
final class Blocks {

    /** How many interactive elements and small images {@link #EVERY_KIND} has. */
    static final int ELEMENTS = 15;

    static final String EVERY_KIND = """
        [
         {"type": "header", "text": {"type": "plain_text", "text": ":fire: A header", "emoji": true}},
         {"type": "section", "text": {"type": "mrkdwn", "text": "A *section*"},
          "accessory": {"type": "overflow", "action_id": "more", "options": [
            {"text": {"type": "plain_text", "text": "First"}, "value": "1"},
            {"text": {"type": "plain_text", "text": "Second"}, "value": "2"}]}},
         {"type": "section", "fields": [
            {"type": "mrkdwn", "text": "*One*\\n1"}, {"type": "mrkdwn", "text": "*Two*\\n2"}]},
         {"type": "divider"},
         {"type": "image", "image_url": "https://example.com/picture.png", "alt_text": "a picture"},
         {"type": "context", "elements": [
            {"type": "image", "image_url": "https://example.com/small.png", "alt_text": "small"},
            {"type": "mrkdwn", "text": "in context"}]},
         {"type": "actions", "block_id": "actions", "elements": [
            {"type": "button", "action_id": "press", "value": "v", "style": "primary",
             "text": {"type": "plain_text", "text": "Press"}},
            {"type": "button", "action_id": "sure", "style": "danger",
             "text": {"type": "plain_text", "text": "Dangerous"},
             "confirm": {"title": {"type": "plain_text", "text": "Sure?"},
               "text": {"type": "plain_text", "text": "It cannot be undone"},
               "confirm": {"type": "plain_text", "text": "Do it"},
               "deny": {"type": "plain_text", "text": "Rather not"}}},
            {"type": "static_select", "action_id": "choose",
             "placeholder": {"type": "plain_text", "text": "Choose"}, "options": [
              {"text": {"type": "plain_text", "text": "Alpha"}, "value": "a"},
              {"text": {"type": "plain_text", "text": "Beta"}, "value": "b"}]},
            {"type": "users_select", "action_id": "who", "placeholder": {"type": "plain_text", "text": "Who"}},
            {"type": "conversations_select", "action_id": "where",
             "placeholder": {"type": "plain_text", "text": "Where"}},
            {"type": "datepicker", "action_id": "day", "initial_date": "2026-01-02"},
            {"type": "timepicker", "action_id": "time", "initial_time": "10:30"},
            {"type": "datetimepicker", "action_id": "moment", "initial_date_time": 1700000000}]},
         {"type": "section", "text": {"type": "mrkdwn", "text": "Several"},
          "accessory": {"type": "multi_static_select", "action_id": "several",
            "placeholder": {"type": "plain_text", "text": "Several"}, "options": [
              {"text": {"type": "plain_text", "text": "Alpha"}, "value": "a"},
              {"text": {"type": "plain_text", "text": "Beta"}, "value": "b"}]}},
         {"type": "actions", "block_id": "ticks", "elements": [
            {"type": "radio_buttons", "action_id": "one", "options": [
              {"text": {"type": "plain_text", "text": "This"}, "value": "this"},
              {"text": {"type": "plain_text", "text": "That"}, "value": "that"}]},
            {"type": "checkboxes", "action_id": "some", "options": [
              {"text": {"type": "mrkdwn", "text": "*Some*"}, "value": "some",
               "description": {"type": "mrkdwn", "text": "of them"}}]}]},
         {"type": "input", "block_id": "words", "label": {"type": "plain_text", "text": "Words"},
          "element": {"type": "plain_text_input", "action_id": "words", "multiline": true}},
         {"type": "input", "block_id": "number", "label": {"type": "plain_text", "text": "Number"},
          "element": {"type": "number_input", "action_id": "number", "is_decimal_allowed": false}},
         {"type": "rich_text", "elements": [
            {"type": "rich_text_section", "elements": [
              {"type": "text", "text": "rich", "style": {"bold": true}}, {"type": "emoji", "name": "tada"},
              {"type": "user", "user_id": "U0BOB00000"}, {"type": "channel", "channel_id": "C0INCIDENT"},
              {"type": "link", "url": "https://example.com", "text": "link"}]},
            {"type": "rich_text_list", "style": "ordered", "elements": [
              {"type": "rich_text_section", "elements": [{"type": "text", "text": "rich list"}]}]},
            {"type": "rich_text_quote", "elements": [{"type": "text", "text": "quote"}]},
            {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": "code"}]}]}
        ]
        """;

    private Blocks() {}
}
