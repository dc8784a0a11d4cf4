package gassafety.reporting;

import gassafety.reporting.Lineage.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The official workbook with two sheets more, for an office's own use: 口径, each line's rule in words, and 明细, every
 * record that its figure is made of. What is handed in is the official sheet alone.
 */
@Component
class DetailedWorkbook {

    private static final String RULES = "口径";
    private static final String RECORDS = "明细";
    private static final List<String> RULE_HEAD = List.of("序号", "项目", "数量", "记录数", "怎样计数", "口径");
    private static final int[] RULE_WIDTHS = {6, 54, 14, 10, 30, 90};
    private static final List<String> RECORD_HEAD =
            List.of("项目序号", "项目", "发生日期", "办理事项", "对象", "数量", "单位", "办理人", "录入日期", "记录");
    private static final int[] RECORD_WIDTHS = {10, 44, 12, 24, 36, 14, 16, 12, 12, 36};

    /** As many as a sheet takes, less its head and some room. */
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private static final int ROWS_IN_MEMORY = 100;
    private static final int BATCH = 500;

    private static final String ENTRIES = Explanations.standing(Matching.of(Annex3.lines())) + """
            select line, journal_entry.*, '' as reason from standing join journal_entry using (position)
            order by line, journal_entry.occurred_on, position
            """;

    private final Statements statements;
    private final EntryNames names;
    private final JdbcClient jdbc;

    DetailedWorkbook(Statements statements, EntryNames names, JdbcClient jdbc) {
        this.statements = statements;
        this.names = names;
        this.jdbc = jdbc;
    }

    private record Counted(int line, EntryRow entry) {}

    /** Figures and records of one moment, written as they are read, so that a million records need no more memory. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Cut cut, OutputStream out) throws IOException {
        Sheet sheet = new Sheet(statements.of(cut));
        try (XSSFWorkbook official = new XSSFWorkbook(new ByteArrayInputStream(Annex3Workbook.of(sheet)));
                SXSSFWorkbook workbook = new SXSSFWorkbook(official, ROWS_IN_MEMORY)) {
            rules(workbook, sheet);
            records(workbook, cut);
            workbook.write(out);
        }
    }

    private static void rules(SXSSFWorkbook workbook, Sheet sheet) {
        SXSSFSheet rules = begin(workbook, RULES, RULE_HEAD, RULE_WIDTHS);
        CellStyle wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        CellStyle money = workbook.createCellStyle();
        money.setDataFormat(workbook.createDataFormat().getFormat(Annex3Styles.MONEY));
        for (Line line : Annex3.lines()) {
            Row row = rules.createRow(line.number());
            row.createCell(0).setCellValue(line.number());
            row.createCell(1).setCellValue(line.printedItem());
            Cell value = row.createCell(2);
            value.setCellValue(sheet.statement().printed(line).doubleValue());
            if (line.number() == Line.FINES) {
                value.setCellStyle(money);
            }
            row.createCell(3).setCellValue(sheet.statement().figure(line).entries());
            row.createCell(4).setCellValue(line.counted());
            Cell reading = row.createCell(5);
            reading.setCellValue(line.reading() + (line.ours() ? "（通知没有规定，按本系统的理解）" : ""));
            reading.setCellStyle(wrapped);
        }
    }

    private void records(SXSSFWorkbook workbook, Cut cut) {
        List<SXSSFSheet> sheets = new ArrayList<>(List.of(begin(workbook, RECORDS, RECORD_HEAD, RECORD_WIDTHS)));
        List<Counted> batch = new ArrayList<>(BATCH);
        try (Stream<Counted> entries = Matching.bind(jdbc, ENTRIES, cut)
                .withFetchSize(BATCH)
                .query((row, number) -> new Counted(row.getInt("line"), EntryRow.MAPPER.mapRow(row, number)))
                .stream()) {
            entries.forEach(entry -> {
                batch.add(entry);
                if (batch.size() == BATCH) {
                    write(workbook, sheets, batch);
                }
            });
        }
        write(workbook, sheets, batch);
    }

    private void write(SXSSFWorkbook workbook, List<SXSSFSheet> sheets, List<Counted> batch) {
        List<Entry> named = names.named(batch.stream().map(Counted::entry).toList());
        for (int at = 0; at < named.size(); at++) {
            SXSSFSheet sheet = sheets.get(sheets.size() - 1);
            if (sheet.getLastRowNum() >= ROWS_OF_A_SHEET) {
                sheet = begin(workbook, RECORDS + (sheets.size() + 1), RECORD_HEAD, RECORD_WIDTHS);
                sheets.add(sheet);
            }
            write(sheet, batch.get(at).line(), named.get(at));
        }
        batch.clear();
    }

    private static void write(SXSSFSheet sheet, int number, Entry entry) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        row.createCell(0).setCellValue(number);
        row.createCell(1).setCellValue(Annex3.line(number).orElseThrow().printedItem());
        row.createCell(2).setCellValue(entry.occurredOn().toString());
        row.createCell(3).setCellValue(entry.act().getLabel());
        row.createCell(4).setCellValue(entry.about() == null ? "" : entry.about());
        row.createCell(5).setCellValue(entry.quantity().doubleValue());
        row.createCell(6).setCellValue(entry.officeName());
        row.createCell(7).setCellValue(entry.byName());
        row.createCell(8).setCellValue(entry.recordedOn().toString());
        row.createCell(9).setCellValue(entry.title());
    }

    /** One page wide, as many long as it takes, each with the head. */
    private static void setUpPages(SXSSFSheet sheet) {
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }

    private static SXSSFSheet begin(SXSSFWorkbook workbook, String name, List<String> head, int[] widths) {
        SXSSFSheet sheet = workbook.createSheet(name);
        CellStyle bold = workbook.createCellStyle();
        var font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Row first = sheet.createRow(0);
        for (int column = 0; column < head.size(); column++) {
            Cell cell = first.createCell(column);
            cell.setCellValue(head.get(column));
            cell.setCellStyle(bold);
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        sheet.createFreezePane(0, 1);
        setUpPages(sheet);
        return sheet;
    }
}
