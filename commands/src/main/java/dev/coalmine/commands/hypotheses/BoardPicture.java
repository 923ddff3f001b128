package dev.coalmine.commands.hypotheses;

import dev.coalmine.storage.hypotheses.Evidence;
import dev.coalmine.storage.hypotheses.Hypothesis;
import dev.coalmine.storage.hypotheses.Says;
import dev.coalmine.storage.rules.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a picture of the board shows: every hypothesis as a row, every piece of evidence as a column. */
@Component
public class BoardPicture {

    private static final int LABEL = 60;
    private static final int MOST_COLUMNS = 30;
    private static final int MOST_ROWS = 20;

    private final Ledger ledger;

    BoardPicture(Ledger ledger) {
        this.ledger = ledger;
    }

    /** @param label name, statement and state, in plain text */
    public record Row(String label) {}

    /**
     * A picture, in plain text.
     *
     * @param columns names of evidence
     * @param cells column, row from below, and what the evidence says of the hypothesis, from −2 to 1; only where it
     *     says something
     */
    public record Drawing(String title, List<String> columns, List<Row> rows, List<Number[]> cells) {}

    @Transactional(readOnly = true)
    public Drawing of(long incident) {
        var inquiry = ledger.of(incident);
        var rows = Stream.concat(
                        inquiry.live().stream(), inquiry.hypotheses().stream().filter(it -> !it.live()))
                .limit(MOST_ROWS)
                .toList();
        var columns = inquiry.evidence().stream().limit(MOST_COLUMNS).toList();
        return new Drawing(
                "Incident %d: evidence against and for".formatted(incident),
                columns.isEmpty()
                        ? List.of("no evidence")
                        : columns.stream().map(Evidence::name).toList(),
                rows.stream().map(BoardPicture::row).toList(),
                cells(rows, columns));
    }

    private static Row row(Hypothesis it) {
        var statement = Markup.plain(it.statement()).replaceAll("\\s+", " ");
        return new Row("%s %s (%s)"
                .formatted(it.name(), Markup.clip(statement, LABEL), it.state().label()));
    }

    private static List<Number[]> cells(List<Hypothesis> rows, List<Evidence> columns) {
        var cells = new ArrayList<Number[]>();
        for (var column = 0; column < columns.size(); column++) {
            for (var row = 0; row < rows.size(); row++) {
                var says = columns.get(column).saysOf(rows.get(row).number()).filter(Says::applies);
                if (says.isPresent()) {
                    cells.add(new Number[] {
                        column, rows.size() - 1 - row, says.get().value()
                    });
                }
            }
        }
        // Without any cell there would be nothing to draw a frame around.
        return cells.isEmpty() ? List.<Number[]>of(new Number[] {0, 0, 0}) : cells;
    }
}
