package gassafety.reporting;

import gassafety.reporting.Sheet.Row;
import gassafety.reporting.Sheet.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Opens a workbook again and compares it, cell by cell, with the statement it was made from. */
final class Annex3ReadBack {

    private final XSSFSheet sheet;

    private Annex3ReadBack(XSSFSheet sheet) {
        this.sheet = sheet;
    }

    /** @throws IllegalStateException when any cell says something else */
    static void verify(byte[] file, Sheet statement) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            new Annex3ReadBack(workbook.getSheet(Annex3Workbook.NAME)).compare(statement);
        }
    }

    private void compare(Sheet statement) {
        says(0, Annex3Workbook.SECTION, Sheet.TITLE);
        says(Annex3Workbook.HEAD, Annex3Workbook.SECTION, statement.office());
        says(Annex3Workbook.HEAD, Annex3Workbook.VALUE, statement.date());
        int at = Annex3Workbook.FIRST;
        for (Section section : statement.sections()) {
            says(at, Annex3Workbook.SECTION, section.name());
            for (Row row : section.rows()) {
                says(at, Annex3Workbook.ITEM, row.line().printedItem());
                counts(at, row.value());
                at++;
            }
        }
        says(at, Annex3Workbook.SECTION, Sheet.SIGNATURES);
        says(at + 1, Annex3Workbook.SECTION, Sheet.NOTE);
    }

    private void says(int row, int column, String expected) {
        Cell cell = sheet.getRow(row).getCell(column);
        if (!cell.getStringCellValue().equals(expected)) {
            throw new IllegalStateException("the workbook differs from the statement at " + cell.getAddress());
        }
    }

    private void counts(int row, BigDecimal expected) {
        Cell cell = sheet.getRow(row).getCell(Annex3Workbook.VALUE);
        boolean same = cell.getCellType() == CellType.NUMERIC
                && BigDecimal.valueOf(cell.getNumericCellValue()).compareTo(expected) == 0;
        if (!same) {
            throw new IllegalStateException("the workbook differs from the statement at " + cell.getAddress());
        }
    }
}
