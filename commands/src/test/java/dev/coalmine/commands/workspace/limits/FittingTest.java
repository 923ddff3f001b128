package dev.coalmine.commands.workspace.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.coalmine.commands.workspace.Blocks;
import dev.coalmine.commands.workspace.Forms;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FittingTest {

    @Test
    void whatFitsIsLeftAsItIs() {
        var blocks = List.of(Blocks.header("Checkout is down"), Blocks.section("*bold*"), Blocks.divider());

        assertThat(Fitting.message("text", blocks)).isEqualTo(new Fitting.Message("text", blocks));
    }

    @Test
    void aLongSectionBecomesSeveral() {
        var fitting = Fitting.message("text", List.of(Blocks.section("word ".repeat(1_500))));

        assertThat(fitting.blocks())
                .hasSize(3)
                .allSatisfy(block -> assertThat(text(block).length()).isLessThanOrEqualTo(Limits.SECTION));
        assertThat(String.join(
                        " ", fitting.blocks().stream().map(FittingTest::text).toList()))
                .isEqualTo("word ".repeat(1_500).strip());
    }

    @Test
    void elevenFieldsBecomeTwoSectionsAndTwentySixButtonsTwoRows() {
        var buttons = IntStream.range(0, 26)
                .<BlockElement>mapToObj(i -> Blocks.button("Press " + i, "help " + i))
                .toList();
        var fitting = Fitting.message(
                "text", List.of(Blocks.fields(Collections.nCopies(11, "field")), Blocks.actions("row", buttons)));

        assertThat(fitting.blocks()).hasSize(4);
    }

    @Test
    void moreBlocksThanAMessageHoldsEndWithALineThatSaysSo() {
        var blocks = Collections.nCopies(60, Blocks.section("line"));

        var fitting = Fitting.message("text", blocks);

        assertThat(fitting.blocks()).hasSize(50);
        assertThat(fitting.blocks().getLast().toString()).contains("… and 11 more parts that do not fit here.");
    }

    @Test
    void aLongTextEndsWithALineThatSaysHowMuchIsMissing() {
        assertThat(Fitting.shortened("one line of many\n".repeat(400)))
                .hasSizeLessThanOrEqualTo(4_000)
                .containsPattern("_… and \\d+ more lines; ask for less at once._$");
    }

    @Test
    void whatIsAMistakeOfTheProgramIsRefusedInTests() {
        var empty = List.<LayoutBlock>of(Blocks.section(""));
        var twice = List.<LayoutBlock>of(
                Blocks.actions("same", List.of(Blocks.button("One", "one"))),
                Blocks.actions("same", List.of(Blocks.button("Two", "two"))));
        var noButtons =
                List.<LayoutBlock>of(ActionsBlock.builder().elements(List.of()).build());

        assertThatThrownBy(() -> Fitting.message("text", empty)).hasMessageContaining("section: the text is empty");
        assertThatThrownBy(() -> Fitting.message("text", twice)).hasMessageContaining("is there twice");
        assertThatThrownBy(() -> Fitting.message("text", noButtons)).hasMessageContaining("actions: there is none");
        assertThatThrownBy(() -> Fitting.message(" ", List.of())).hasMessageContaining("the message is empty");
        assertThatThrownBy(() ->
                        Forms.form("form", "A title of more than 24 characters", "Ok", "", List.of(Blocks.divider())))
                .hasMessageContaining("title: 34, but at most 24");
        assertThatThrownBy(() -> Forms.form("form", "Title", "Ok", "x".repeat(3_001), List.of(Blocks.divider())))
                .hasMessageContaining("private_metadata");
        assertThatThrownBy(() -> Fitting.message(
                        "text", List.of(Blocks.actions("row", List.of(Blocks.button("Say", "x".repeat(2_001)))))))
                .hasMessageContaining("a button's value: 2001, but at most 2000");
    }

    @Test
    void topicsAndNamesOfChannelsAreJudgedToo() {
        assertThat(Judge.topic("x".repeat(250))).isEmpty();
        assertThat(Judge.topic("x".repeat(251))).isNotEmpty();
        assertThat(Judge.channelName("inc-42-checkout-is-down")).isEmpty();
        assertThat(Judge.channelName("Inc 42")).isNotEmpty();
        assertThat(Judge.channelName("-_-")).isNotEmpty();
        assertThat(Judge.channelName("x".repeat(81))).isNotEmpty();
    }

    private static String text(LayoutBlock block) {
        return ((SectionBlock) block).getText().toString().replaceAll("(?s).*text=(.*?), verbatim.*", "$1");
    }
}
