package gassafety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

    /** In characters: what one sheet of A4 across can hold. */
    private static final int WIDEST = 200;

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

    /** @param print for a list that is kept on paper as well: A4 across, its columns on one sheet, or on two */
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
            style(sheet, 0, 0, true);
            if (print != null) {
                height(
                        sheet,
                        0,
                        columns.stream()
                                .mapToInt(column -> lines(column.header(), column.width() - 1))
                                .max()
                                .orElse(1));
            }
            Rows rows = new Rows(sheet);
            source.accept(rows);
            rows.finish();
        }
    }

    /** Writes rows as they come and lets go of them in portions. */
    private final class Rows implements Consumer<T> {

        private final Worksheet sheet;
        private int number;
        private int finished;

        Rows(Worksheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public void accept(T row) {
            sheet.value(++number, 0, number);
            int lines = 1;
            for (int at = 0; at < columns.size(); at++) {
                Column<T> column = columns.get(at);
                Object value = column.value().apply(row);
                fill(sheet, number, at + 1, value);
                if (print != null && value instanceof String text) {
                    lines = Math.max(lines, lines(text, column.width() - 1));
                }
            }
            if (print != null) {
                height(sheet, number, lines);
            }
            if (number % ROWS_IN_MEMORY == 0) {
                finish();
            }
        }

        void finish() {
            if (number > finished) {
                style(sheet, finished + 1, number, false);
            }
            finished = number;
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
        sheet.fitToWidth((short) (isWide() ? 2 : 1));
        sheet.repeatCols(0, 1);
        sheet.fitToHeight((short) 0);
        sheet.leftMargin(MARGIN);
        sheet.rightMargin(MARGIN);
        sheet.header(sides.left(), Position.LEFT);
        sheet.header(title, Position.CENTER, TITLE_SIZE);
        sheet.header(sides.right(), Position.RIGHT);
        sheet.footer(sides.foot(), Position.LEFT);
        sheet.footer("第 &P 页，共 &N 页", Position.RIGHT);
    }

    /** Whether its letters would be too small to read on one sheet. */
    private boolean isWide() {
        return columns.stream().mapToInt(Column::width).sum() > WIDEST;
    }

    private void style(Worksheet sheet, int from, int to, boolean bold) {
        if (!bold && print == null) {
            return;
        }
        StyleSetter style = sheet.range(from, 0, to, columns.size()).style();
        if (bold) {
            style.bold();
        }
        if (print != null) {
            style.wrapText(true).verticalAlignment("top").borderStyle(BorderStyle.THIN);
        }
        style.set();
    }

    private static void height(Worksheet sheet, int row, int lines) {
        sheet.rowHeight(row, Math.min(MOST_HEIGHT, lines * LINE_HEIGHT));
    }

    /** How many lines a text needs in a cell; not every program finds out for itself. */
    private static int lines(String text, int width) {
        int lines = 1;
        int wide = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int room = letter > LAST_NARROW ? 2 : 1;
            if (letter == '\n' || wide + room > width) {
                lines++;
                wide = letter == '\n' ? 0 : room;
            } else {
                wide += room;
            }
        }
        return lines;
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
