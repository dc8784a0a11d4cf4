package gassafety.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A list as a workbook: 序号 in column A, then the list's columns; rows are streamed to disk as they come, so that a
 * million of them need no more memory than one page.
 *
 * @param <T> what one row shows
 */
public final class ListWorkbook<T> {

    /** The longest text that a cell of a workbook can hold. */
    private static final int LONGEST = 32_767;

    private static final int ROWS_IN_MEMORY = 100;

    /**
     * One column.
     *
     * @param width in characters
     */
    public record Column<T>(String header, int width, Function<T, @Nullable Object> value) {}

    private final String title;
    private final List<Column<T>> columns;

    public ListWorkbook(String title, List<Column<T>> columns) {
        this.title = title;
        this.columns = List.copyOf(columns);
    }

    /** Answers the request with the workbook as a download named after its title. */
    public void send(HttpServletResponse response, Consumer<Consumer<T>> source) throws IOException {
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(title + ".xlsx", StandardCharsets.UTF_8)
                                .replace("+", "%20"));
        write(response.getOutputStream(), source);
    }

    /** @param source calls its argument once for each row, in order */
    public void write(OutputStream out, Consumer<Consumer<T>> source) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            SXSSFSheet sheet = workbook.createSheet(title);
            CellStyle head = workbook.createCellStyle();
            var bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
            Row first = sheet.createRow(0);
            label(first, 0, "序号", head);
            sheet.setColumnWidth(0, 8 * 256);
            for (int at = 0; at < columns.size(); at++) {
                label(first, at + 1, columns.get(at).header(), head);
                sheet.setColumnWidth(at + 1, columns.get(at).width() * 256);
            }
            sheet.createFreezePane(0, 1);
            sheet.setRepeatingRows(org.apache.poi.ss.util.CellRangeAddress.valueOf("1:1"));
            int[] number = {0};
            source.accept(row -> add(sheet, ++number[0], row));
            workbook.write(out);
        }
    }

    private void add(SXSSFSheet sheet, int number, T row) {
        Row line = sheet.createRow(number);
        line.createCell(0).setCellValue(number);
        for (int at = 0; at < columns.size(); at++) {
            fill(line.createCell(at + 1), columns.get(at).value().apply(row));
        }
    }

    private static void label(Row row, int column, String text, CellStyle style) {
        Cell cell = row.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private static void fill(Cell cell, @Nullable Object value) {
        if (value instanceof BigDecimal amount) {
            cell.setCellValue(amount.doubleValue());
        } else if (value instanceof Number number) {
            cell.setCellValue(number.longValue());
        } else if (value != null) {
            String text = value.toString();
            cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
    }
}
