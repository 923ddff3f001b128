package dev.coalmine.commands.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coalmine.commands.workspace.Digest.Line;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void saysSinceWhenAndHowManyAndThenAllInOrder() {
        var text = Digest.of(List.of(line(1, 2), line(2, 2), line(3, 2)), 3, "see the timeline");

        assertThat(text.lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("*3 messages since <!date^")
                                .contains("10:01 UTC"),
                        line -> assertThat(line).endsWith("line 1"),
                        line -> assertThat(line).endsWith("line 2"),
                        line -> assertThat(line).endsWith("line 3"));
    }

    @Test
    void keepsTheMostImportantAndTheNewestWhenThereIsNoRoomAndSaysWhereTheRestIs() {
        var lines = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> line(i, i == 5 ? 1 : 2))
                .toList();
        var text = Digest.of(lines, 4_000, "see the timeline");

        assertThat(text).hasSizeLessThan(3_900).containsSubsequence("line 5\n", "line 99\n", "line 100\n");
        assertThat(text).doesNotContain("line 6\n").contains("of them are left out here: see the timeline");
    }

    @Test
    void aLongMessageOfManyLinesTakesOneShortLine() {
        var text = Digest.of(List.of(new Line("first\n\nsecond\n" + "x".repeat(4_000), TEN, 2)), 1, "");

        assertThat(text.lines()).hasSize(2);
        assertThat(text).contains("first · second · xxx").hasSizeLessThan(600);
    }

    private static Line line(int minute, int priority) {
        return new Line("line " + minute, TEN.plusSeconds(60L * minute), priority);
    }
}
