package gassafety.reporting;

import gassafety.reporting.Sheet.Row;
import gassafety.reporting.Sheet.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws the official sheet: title, head, 41 lines, signatures, printed note, on one A4 page. */
final class Annex3Workbook {

    static final String NAME = "附件3";

    static final int HEAD = 1;
    static final int FIRST = 3;
    static final int SECTION = 0;
    static final int ITEM = 1;
    static final int VALUE = 2;

    private static final int[] WIDTHS = {17, 54, 24};
    private static final float ROW_HEIGHT_IN_POINTS = 20;
    private static final double MARGIN_IN_INCHES = 0.6;

    private final XSSFWorkbook workbook;
    private final XSSFSheet sheet;
    private final Annex3Styles styles;

    private Annex3Workbook(XSSFWorkbook workbook) {
        this.workbook = workbook;
        sheet = workbook.createSheet(NAME);
        styles = new Annex3Styles(workbook);
    }

    /** The workbook as it is handed out: read back, and found to say what the statement says. */
    static byte[] of(Sheet statement) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new Annex3Workbook(workbook).draw(statement);
            workbook.write(bytes);
            byte[] file = bytes.toByteArray();
            Annex3ReadBack.verify(file, statement);
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void draw(Sheet statement) {
        merged(0, Sheet.TITLE, styles.title(), 34);
        text(HEAD, SECTION, statement.office(), styles.plain());
        text(HEAD, VALUE, statement.date(), styles.right());
        for (int column = 0; column < Sheet.COLUMNS.size(); column++) {
            text(HEAD + 1, column, Sheet.COLUMNS.get(column), styles.head());
        }
        int next = FIRST;
        for (Section section : statement.sections()) {
            next = draw(section, next);
        }
        merged(next, Sheet.SIGNATURES, styles.plain(), 26);
        merged(next + 1, Sheet.NOTE, styles.plain(), 20);
        setUpPage(next + 1);
    }

    /** @return the row below the section */
    private int draw(Section section, int first) {
        int at = first;
        for (Row row : section.rows()) {
            text(at, SECTION, at == first ? section.name() : "", styles.section());
            text(at, ITEM, row.line().printedItem(), styles.item());
            Cell value = cell(at, VALUE, row.line().number() == Line.FINES ? styles.money() : styles.number());
            value.setCellValue(row.value().doubleValue());
            at++;
        }
        if (at - first > 1) {
            sheet.addMergedRegion(new CellRangeAddress(first, at - 1, SECTION, SECTION));
        }
        return at;
    }

    private void setUpPage(int last) {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
        sheet.setFitToPage(true);
        sheet.setHorizontallyCenter(true);
        for (var margin : PageMargin.values()) {
            sheet.setMargin(margin, MARGIN_IN_INCHES);
        }
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(false);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 1);
        workbook.setPrintArea(0, 0, VALUE, 0, last);
    }

    private void merged(int row, String content, CellStyle style, float height) {
        text(row, SECTION, content, style);
        sheet.getRow(row).setHeightInPoints(height);
        sheet.addMergedRegion(new CellRangeAddress(row, row, SECTION, VALUE));
    }

    private void text(int row, int column, String content, CellStyle style) {
        Cell cell = cell(row, column, style);
        if (!content.isEmpty()) {
            cell.setCellValue(content);
        }
    }

    private Cell cell(int row, int column, CellStyle style) {
        var line = sheet.getRow(row);
        if (line == null) {
            line = sheet.createRow(row);
            line.setHeightInPoints(ROW_HEIGHT_IN_POINTS);
        }
        Cell cell = line.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }
}
