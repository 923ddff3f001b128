package dev.coalmine.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coalmine.sandbox.json.Json;
import dev.coalmine.sandbox.workspace.Refused;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class BlockRulesTest {

    private static ObjectNode plain(String text) {
        return Json.object().put("type", "plain_text").put("text", text);
    }

    private static ObjectNode header(String text) {
        return Json.object().put("type", "header").set("text", plain(text));
    }

    private static ObjectNode section(String text) {
        return Json.object()
                .put("type", "section")
                .set("text", Json.object().put("type", "mrkdwn").put("text", text));
    }

    private static ObjectNode button(String text, String value) {
        return Json.object().put("type", "button").put("value", value).set("text", plain(text));
    }

    private static ObjectNode actions(JsonNode... elements) {
        return Json.object().put("type", "actions").set("elements", Json.arrayOf(Stream.of(elements)));
    }

    private static JsonNode blocks(JsonNode... blocks) {
        return Json.arrayOf(Stream.of(blocks));
    }

    private static JsonNode many(int count) {
        return Json.arrayOf(
                Stream.generate(() -> Json.object().put("type", "divider")).limit(count));
    }

    static Stream<JsonNode> atTheLimit() {
        return Stream.of(
                many(50),
                blocks(header("x".repeat(150))),
                blocks(section("x".repeat(3000))),
                blocks(actions(button("x".repeat(75), "v".repeat(2000)))),
                blocks(header("a").put("block_id", "i".repeat(255)), header("b").put("block_id", "other")));
    }

    @ParameterizedTest
    @MethodSource
    void atTheLimit(JsonNode blocks) {
        assertThatCode(() -> BlockRules.checkMessage(blocks)).doesNotThrowAnyException();
    }

    static Stream<JsonNode> beyondTheLimit() {
        return Stream.of(
                many(51),
                blocks(header("x".repeat(151))),
                blocks(header("")),
                blocks(section("x".repeat(3001))),
                blocks(actions(button("x".repeat(76), "v"))),
                blocks(actions(button("x", "v".repeat(2001)))),
                blocks(actions()),
                blocks(actions(
                        button("a", "1").put("action_id", "same"),
                        button("b", "2").put("action_id", "same"))),
                blocks(header("a").put("block_id", "same"), header("b").put("block_id", "same")),
                blocks(header("a").put("block_id", "i".repeat(256))),
                blocks(Json.object().put("type", "sermon")),
                blocks(Json.object()
                        .put("type", "header")
                        .set("text", Json.object().put("type", "mrkdwn").put("text", "x"))));
    }

    @ParameterizedTest
    @MethodSource
    void beyondTheLimit(JsonNode blocks) {
        var refused = catchThrowableOfType(Refused.class, () -> BlockRules.checkMessage(blocks));
        assertThat(refused.code()).isEqualTo("invalid_blocks");
        assertThat(refused.details().path("response_metadata").path("messages")).isNotEmpty();
    }

    private static ObjectNode modal(String title, JsonNode blocks) {
        return Json.object().put("type", "modal").set("title", plain(title)).set("blocks", blocks);
    }

    @Test
    void formsHaveRulesOfTheirOwn() {
        assertThatCode(() -> ViewRules.check(modal("x".repeat(24), many(100)), "modal"))
                .doesNotThrowAnyException();
        assertThat(refusal(modal("x".repeat(25), many(1)))).isEqualTo("invalid_arguments");
        assertThat(refusal(modal("x", many(101)))).isEqualTo("invalid_arguments");
        assertThat(refusal(modal("x", many(1)).put("private_metadata", "x".repeat(3001))))
                .isEqualTo("invalid_arguments");
        assertThat(refusal(modal("x", blocks(input())))).isEqualTo("invalid_arguments");
        assertThatCode(() -> ViewRules.check(modal("x", blocks(input())).set("submit", plain("Go")), "modal"))
                .doesNotThrowAnyException();
    }

    private static ObjectNode input() {
        var input = Json.object().put("type", "input");
        input.set("label", plain("Title"));
        input.putObject("element").put("type", "plain_text_input");
        return input;
    }

    private static String refusal(JsonNode view) {
        return catchThrowableOfType(Refused.class, () -> ViewRules.check(view, "modal"))
                .code();
    }

    @Test
    void missingIdsAreGiven() {
        var filled = BlockIds.filled(blocks(actions(button("a", "1")), section("x")));
        assertThat(Json.text(filled.get(0), "block_id")).isNotEmpty();
        assertThat(Json.text(filled.get(0).path("elements").get(0), "action_id"))
                .isNotEmpty();
        assertThat(Json.text(filled.get(1), "block_id")).isNotEqualTo(Json.text(filled.get(0), "block_id"));
    }
}
