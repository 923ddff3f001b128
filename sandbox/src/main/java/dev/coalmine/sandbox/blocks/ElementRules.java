package dev.coalmine.sandbox.blocks;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Slack accepts as a button, a menu, a field to fill. */
final class ElementRules {

    private static final Set<String> MENUS = Set.of("static_select", "multi_static_select");
    private static final Set<String> CHOICES = Set.of("radio_buttons", "checkboxes");
    private static final Set<String> OTHERS = Set.of(
            "image",
            "external_select",
            "users_select",
            "conversations_select",
            "channels_select",
            "multi_external_select",
            "multi_users_select",
            "multi_conversations_select",
            "multi_channels_select",
            "datepicker",
            "timepicker",
            "datetimepicker",
            "workflow_button",
            "plain_text_input",
            "email_text_input",
            "url_text_input",
            "number_input",
            "rich_text_input",
            "file_input");

    private ElementRules() {}

    static void check(JsonNode element, String block, String pointer, Problems problems) {
        var type = element.path("type").asString("");
        problems.id(element, "action_id", block, pointer);
        if (type.equals("button")) {
            button(element, pointer, problems);
        } else if (type.equals("overflow")) {
            options(element.path("options"), 5, pointer + "/options", problems);
        } else if (CHOICES.contains(type)) {
            options(element.path("options"), 10, pointer + "/options", problems);
        } else if (MENUS.contains(type)) {
            menu(element, pointer, problems);
        } else if (!OTHERS.contains(type)) {
            problems.add(pointer + "/type", "unsupported type: " + type);
        }
        if (element.has("placeholder")) {
            TextRules.plain(element.path("placeholder"), 150, pointer + "/placeholder", problems);
        }
        confirm(element.path("confirm"), pointer + "/confirm", problems);
    }

    private static void button(JsonNode button, String pointer, Problems problems) {
        TextRules.plain(button.path("text"), 75, pointer + "/text", problems);
        problems.length(button.path("value"), 2000, pointer + "/value");
        problems.length(button.path("url"), 3000, pointer + "/url");
        if (button.has("style")) {
            problems.oneOf(button.path("style"), List.of("primary", "danger"), pointer + "/style");
        }
    }

    private static void menu(JsonNode menu, String pointer, Problems problems) {
        if (menu.has("option_groups")) {
            problems.atMost(menu.path("option_groups"), 100, pointer + "/option_groups");
            for (var group : menu.path("option_groups")) {
                TextRules.plain(group.path("label"), 75, pointer + "/option_groups/label", problems);
                options(group.path("options"), 100, pointer + "/option_groups/options", problems);
            }
        } else {
            options(menu.path("options"), 100, pointer + "/options", problems);
        }
    }

    private static void options(JsonNode options, int most, String pointer, Problems problems) {
        problems.atLeastOne(options, pointer);
        problems.atMost(options, most, pointer);
        for (var option : options) {
            TextRules.any(option.path("text"), 75, pointer + "/text", problems);
            if (option.has("description")) {
                TextRules.any(option.path("description"), 75, pointer + "/description", problems);
            }
            problems.required(option, "value", pointer);
            problems.length(option.path("value"), 150, pointer + "/value");
        }
    }

    private static void confirm(JsonNode confirm, String pointer, Problems problems) {
        if (confirm.isObject()) {
            TextRules.plain(confirm.path("title"), 100, pointer + "/title", problems);
            TextRules.any(confirm.path("text"), 300, pointer + "/text", problems);
        }
    }
}
