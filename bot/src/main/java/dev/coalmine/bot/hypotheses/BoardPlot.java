package dev.coalmine.bot.hypotheses;

import dev.coalmine.commands.hypotheses.BoardPicture;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.springframework.stereotype.Component;

/** Draws hypotheses against evidence: a row for each hypothesis, a column for each piece, red for against, green for for. */
@Component
public class BoardPlot {

    private static final int LABELS = 560;
    private static final int COLUMN = 70;
    private static final int ROW = 60;
    private static final int FRAME = 160;
    private static final Color[] AGAINST_TO_FOR = {
        new Color(0xb9, 0x1c, 0x1c),
        new Color(0xf8, 0x9a, 0x9a),
        new Color(0xe5, 0xe7, 0xeb),
        new Color(0x86, 0xd9, 0xa0)
    };

    /** Writes a PNG; leaves {@code out} open. */
    public void write(BoardPicture.Drawing drawing, OutputStream out) throws IOException {
        var chart = chart(drawing);
        // XChart's rows go upwards.
        var rows = drawing.rows().reversed();
        chart.addSeries(
                "evidence",
                drawing.columns(),
                rows.stream().map(BoardPicture.Row::label).toList(),
                drawing.cells());
        BitmapEncoder.saveBitmap(chart, out, BitmapEncoder.BitmapFormat.PNG);
    }

    private static HeatMapChart chart(BoardPicture.Drawing drawing) {
        var chart = new HeatMapChartBuilder()
                .width(LABELS + COLUMN * Math.max(6, drawing.columns().size()))
                .height(FRAME + ROW * drawing.rows().size())
                .title(drawing.title())
                .build();
        var style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setMin(-2);
        style.setMax(1);
        style.setRangeColors(AGAINST_TO_FOR);
        style.setShowValue(true);
        style.setValueFont(new Font(Font.SANS_SERIF, Font.BOLD, 14));
        style.setHeatMapValueDecimalPattern("0");
        style.setLegendVisible(false);
        return chart;
    }
}
