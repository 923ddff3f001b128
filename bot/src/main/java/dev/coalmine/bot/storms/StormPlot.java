package dev.coalmine.bot.storms;

import dev.coalmine.commands.storms.StormRate;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.springframework.stereotype.Component;

/** A storm's rate against what is usual, as a picture. */
@Component
public class StormPlot {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 420;
    private static final Color FAILING = new Color(0xC0392B);
    private static final Color USUAL = new Color(0x2C7A4B);
    private static final Color BEGAN = new Color(0x7F8C8D);

    /** Writes it as a PNG. */
    public void write(StormRate.Drawing drawing, OutputStream out) throws IOException {
        var chart = chart(drawing.title());
        var times = times(drawing);
        var highest = Math.max(1, Collections.max(drawing.minutes()));
        add(chart, "failures", times, upToTheEnd(drawing.minutes()), FAILING, XYSeriesRenderStyle.StepArea);
        add(
                chart,
                "usual",
                List.of(times.getFirst(), times.getLast()),
                List.of(drawing.usual(), drawing.usual()),
                USUAL,
                XYSeriesRenderStyle.Line);
        var first = Date.from(drawing.first());
        add(chart, "first failure", List.of(first, first), List.of(0, highest), BEGAN, XYSeriesRenderStyle.Line);
        BitmapEncoder.saveBitmap(chart, out, BitmapEncoder.BitmapFormat.PNG);
    }

    /** Steps reach to the next point, so the last minute needs one behind it. */
    private static List<Integer> upToTheEnd(List<Integer> minutes) {
        var steps = new ArrayList<>(minutes);
        steps.add(minutes.getLast());
        return steps;
    }

    private static List<Date> times(StormRate.Drawing drawing) {
        return IntStream.rangeClosed(0, drawing.minutes().size())
                .mapToObj(n -> at(drawing.from(), n))
                .toList();
    }

    private static Date at(Instant from, int minutes) {
        return Date.from(from.plusSeconds(60L * minutes));
    }

    private static XYChart chart(String title) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("UTC")
                .yAxisTitle("per minute")
                .build();
        var style = chart.getStyler();
        style.setDatePattern("HH:mm");
        style.setTimezone(TimeZone.getTimeZone("UTC"));
        style.setLegendPosition(LegendPosition.InsideNW);
        style.setYAxisMin(0.0);
        style.setChartBackgroundColor(Color.WHITE);
        return chart;
    }

    private static void add(
            XYChart chart,
            String name,
            List<Date> times,
            List<? extends Number> values,
            Color colour,
            XYSeriesRenderStyle style) {
        var series = chart.addSeries(name, times, values);
        series.setMarker(SeriesMarkers.NONE);
        series.setXYSeriesRenderStyle(style);
        series.setLineColor(colour);
        series.setFillColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 120));
    }
}
