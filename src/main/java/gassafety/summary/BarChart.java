package gassafety.summary;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/** Draws bars side by side, with the letters that come with the program. */
final class BarChart {

    private static final int WIDTH = 1500;
    private static final int HEIGHT = 750;
    private static final float SIZE = 24;

    /** With more bars than this the names below them stand upright. */
    private static final int MOST_LEVEL = 8;

    private static final Color[] COLOURS = {new Color(0x1d4f91), new Color(0xe0912f)};
    private static final Font FONT = font();

    private BarChart() {}

    /**
     * @param unit of the numbers
     * @param series by its name, numbers by what stands below the bar
     * @return a PNG, twice as wide as high
     */
    static byte[] of(String unit, Map<String, Map<String, Number>> series) {
        DefaultCategoryDataset numbers = new DefaultCategoryDataset();
        series.forEach((name, bars) -> bars.forEach((bar, number) -> numbers.addValue(number, name, bar)));
        JFreeChart chart = ChartFactory.createBarChart(null, null, unit, numbers);
        theme().apply(chart);
        chart.getLegend().setVisible(series.size() > 1);
        CategoryPlot plot = chart.getCategoryPlot();
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setOutlineVisible(false);
        plot.getRangeAxis().setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        if (numbers.getColumnCount() > MOST_LEVEL) {
            plot.getDomainAxis().setCategoryLabelPositions(CategoryLabelPositions.UP_45);
        }
        BarRenderer bars = (BarRenderer) plot.getRenderer();
        bars.setBarPainter(new StandardBarPainter());
        bars.setShadowVisible(false);
        bars.setMaximumBarWidth(0.08);
        bars.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
        bars.setDefaultItemLabelFont(FONT);
        bars.setDefaultItemLabelsVisible(true);
        for (int at = 0; at < series.size(); at++) {
            bars.setSeriesPaint(at, COLOURS[at % COLOURS.length]);
        }
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ChartUtils.writeChartAsPNG(png, chart, WIDTH, HEIGHT);
            return png.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static StandardChartTheme theme() {
        StandardChartTheme theme = new StandardChartTheme("summary");
        theme.setExtraLargeFont(FONT);
        theme.setLargeFont(FONT);
        theme.setRegularFont(FONT);
        theme.setSmallFont(FONT);
        return theme;
    }

    private static Font font() {
        try (InputStream file = BarChart.class.getResourceAsStream("/fonts/NotoSansCJKsc-Regular.otf")) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(file))
                    .deriveFont(SIZE);
        } catch (IOException | FontFormatException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
