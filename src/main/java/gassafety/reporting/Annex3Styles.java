package gassafety.reporting;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** How the cells of the official sheet look. */
record Annex3Styles(
        CellStyle title,
        CellStyle plain,
        CellStyle right,
        CellStyle head,
        CellStyle section,
        CellStyle item,
        CellStyle number,
        CellStyle money) {

    /** 万元 with two decimals. */
    static final String MONEY = "0.00";

    private static final String FACE = "宋体";

    Annex3Styles(XSSFWorkbook workbook) {
        this(
                style(workbook, 16, true, HorizontalAlignment.CENTER, false, "General"),
                style(workbook, 11, false, HorizontalAlignment.LEFT, false, "General"),
                style(workbook, 11, false, HorizontalAlignment.RIGHT, false, "General"),
                style(workbook, 11, true, HorizontalAlignment.CENTER, true, "General"),
                style(workbook, 11, false, HorizontalAlignment.CENTER, true, "General"),
                style(workbook, 11, false, HorizontalAlignment.LEFT, true, "General"),
                style(workbook, 11, false, HorizontalAlignment.RIGHT, true, "General"),
                style(workbook, 11, false, HorizontalAlignment.RIGHT, true, MONEY));
    }

    private static CellStyle style(
            XSSFWorkbook workbook,
            int points,
            boolean bold,
            HorizontalAlignment alignment,
            boolean bordered,
            String format) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FACE);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(bordered);
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        if (bordered) {
            style.setIndention((short) (alignment == HorizontalAlignment.CENTER ? 0 : 1));
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
        }
        return style;
    }
}
