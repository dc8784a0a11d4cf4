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
import org.apache.poi.hssf.usermodel.HeaderFooter;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
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
            CellStyle body = workbook.createCellStyle();
            if (print != null) {
                layOut(sheet, print);
                frame(head);
                frame(body);
            }
            int[] number = {0};
            source.accept(row -> add(sheet, ++number[0], row, body));
            workbook.write(out);
        }
    }

    private void add(SXSSFSheet sheet, int number, T row, CellStyle style) {
        Row line = sheet.createRow(number);
        Cell first = line.createCell(0);
        first.setCellValue(number);
        first.setCellStyle(style);
        for (int at = 0; at < columns.size(); at++) {
            Cell cell = line.createCell(at + 1);
            cell.setCellStyle(style);
            fill(cell, columns.get(at).value().apply(row));
        }
    }

    private void layOut(SXSSFSheet sheet, Print sides) {
        sheet.setFitToPage(true);
        PrintSetup setup = sheet.getPrintSetup();
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        setup.setLandscape(true);
        setup.setFitWidth((short) 1);
        setup.setFitHeight((short) 0);
        sheet.getHeader().setLeft(sides.left());
        sheet.getHeader().setCenter(HeaderFooter.fontSize((short) 16) + title);
        sheet.getHeader().setRight(sides.right());
        sheet.getFooter().setLeft(sides.foot());
        sheet.getFooter().setRight("第 " + HeaderFooter.page() + " 页，共 " + HeaderFooter.numPages() + " 页");
    }

    private static void frame(CellStyle style) {
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
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
