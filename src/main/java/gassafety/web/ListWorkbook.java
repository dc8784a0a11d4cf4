package gassafety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A list as a workbook: 序号 in column A, then the list's columns; rows are written as they come, so that a
 * million of them need no more memory than one page.
 *
 * @param <T> what one row shows
 */
public final class ListWorkbook<T> {

    /** The longest text that a cell of a workbook can hold. */
    private static final int LONGEST = 32_767;

    private static final int ROWS_IN_MEMORY = 100;
    private static final int NUMBER_WIDTH = 8;
    private static final int TITLE_SIZE = 16;

    /** In points. */
    private static final double LINE_HEIGHT = 15;

    private static final double MOST_HEIGHT = 409;

    /** Letters after this one, such as punctuation of Chinese, are as wide as two others. */
    private static final int LAST_NARROW = 0x2000;

    /** Left and right of what is printed, in inches. */
    private static final float MARGIN = 0.4f;

    /**
     * One column.
     *
     * @param width in characters
     */
    public record Column<T>(String header, int width, Function<T, @Nullable Object> value) {}

    /**
     * What stands on each printed sheet, so that the cells hold the list alone.
     *
     * @param left above the list
     * @param right above the list
     * @param foot under the list, for signatures
     */
    public record Print(String left, String right, String foot) {}

    private final String title;
    private final List<Column<T>> columns;
    private final @Nullable Print print;

    public ListWorkbook(String title, List<Column<T>> columns) {
        this(title, columns, null);
    }

    /** @param print for a list that is kept on paper as well: A4 across, all columns on one sheet */
    public ListWorkbook(String title, List<Column<T>> columns, @Nullable Print print) {
        this.title = title;
        this.columns = List.copyOf(columns);
        this.print = print;
    }

    /** Answers the request with the workbook as a download named after its title; it is complete before it is sent. */
    public void send(HttpServletResponse response, Consumer<Consumer<T>> source) throws IOException {
        Download.send(
                response,
                title + ".xlsx",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                out -> write(out, source));
    }

    /** @param source calls its argument once for each row, in order */
    public void write(OutputStream out, Consumer<Consumer<T>> source) throws IOException {
        try (Workbook workbook = new Workbook(out, "gassafety", null)) {
            Worksheet sheet = workbook.newWorksheet(title);
            sheet.width(0, NUMBER_WIDTH);
            sheet.inlineString(0, 0, "序号");
            for (int at = 0; at < columns.size(); at++) {
                sheet.width(at + 1, columns.get(at).width());
                sheet.inlineString(0, at + 1, columns.get(at).header());
            }
            sheet.freezePane(0, 1);
            sheet.repeatRows(0);
            if (print != null) {
                layOut(sheet, print);
            }
            style(
                    sheet,
                    0,
                    true,
                    columns.stream().map(column -> (Object) column.header()).toList());
            int[] number = {0};
            source.accept(row -> add(sheet, ++number[0], row));
        }
    }

    private void add(Worksheet sheet, int number, T row) {
        sheet.value(number, 0, number);
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (int at = 0; at < columns.size(); at++) {
            Object value = columns.get(at).value().apply(row);
            fill(sheet, number, at + 1, value);
            values.add(value);
        }
        style(sheet, number, false, values);
        if (number % ROWS_IN_MEMORY == 0) {
            try {
                sheet.flush();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void layOut(Worksheet sheet, Print sides) {
        sheet.setFitToPage(true);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(MARGIN);
        sheet.rightMargin(MARGIN);
        sheet.header(sides.left(), Position.LEFT);
        sheet.header(title, Position.CENTER, TITLE_SIZE);
        sheet.header(sides.right(), Position.RIGHT);
        sheet.footer(sides.foot(), Position.LEFT);
        sheet.footer("第 &P 页，共 &N 页", Position.RIGHT);
    }

    private void style(Worksheet sheet, int row, boolean bold, List<? extends @Nullable Object> values) {
        if (!bold && print == null) {
            return;
        }
        StyleSetter style = sheet.range(row, 0, row, columns.size()).style();
        if (bold) {
            style.bold();
        }
        if (print != null) {
            style.wrapText(true).verticalAlignment("top").borderStyle(BorderStyle.THIN);
            sheet.rowHeight(row, Math.min(MOST_HEIGHT, lines(values) * LINE_HEIGHT));
        }
        style.set();
    }

    /** How many lines the row needs; not every program finds out for itself. */
    private int lines(List<? extends @Nullable Object> values) {
        int most = 1;
        for (int at = 0; at < columns.size(); at++) {
            if (values.get(at) instanceof String text) {
                int width = columns.get(at).width() - 1;
                most = Math.max(
                        most, text.lines().mapToInt(line -> lines(line, width)).sum());
            }
        }
        return most;
    }

    private static int lines(String line, int width) {
        int wide = line.codePoints().map(letter -> letter > LAST_NARROW ? 2 : 1).sum();
        return 1 + Math.max(0, wide - 1) / width;
    }

    private static void fill(Worksheet sheet, int row, int column, @Nullable Object value) {
        if (value instanceof Number number) {
            sheet.value(row, column, number);
        } else if (value != null) {
            String text = value.toString();
            sheet.inlineString(row, column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }
}
