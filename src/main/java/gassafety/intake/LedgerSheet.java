package gassafety.intake;

import gassafety.web.Refusal;
import gassafety.web.SentWorkbook;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;

/** The lines of a ledger, as they stand in the first sheet of a workbook that has its columns. */
final class LedgerSheet {

    /** Lines of one workbook. */
    static final int MOST = 5_000;

    private static final int HEAD_WITHIN = 10;
    private static final int WIDEST = 100;

    private LedgerSheet() {}

    /**
     * A line.
     *
     * @param number of its row in the sheet, from 1
     * @param cells what stands in its columns, days as 2023-09-04; empty cells are left out
     */
    record Line(int number, Map<LedgerColumn, String> cells) {

        String text(LedgerColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** @throws Refusal with a sentence for the field {@code file} when this is no such workbook */
    static List<Line> read(byte[] bytes) {
        return SentWorkbook.read("file", bytes, LedgerSheet::lines);
    }

    private static List<Line> lines(Workbook workbook) {
        for (Sheet sheet : workbook) {
            Map<Integer, LedgerColumn> columns = new TreeMap<>();
            int head = head(sheet, columns);
            if (head >= 0) {
                return lines(sheet, head, columns);
            }
        }
        throw refused("没有找到台账的表头。第一行应有列名，如：编号、级别、状态、问题、单位、发现日期。");
    }

    /** Number of the row with the names of the columns, or -1. */
    private static int head(Sheet sheet, Map<Integer, LedgerColumn> columns) {
        for (int number = 0; number < HEAD_WITHIN; number++) {
            Row row = sheet.getRow(number);
            columns.clear();
            Set<LedgerColumn> found = EnumSet.noneOf(LedgerColumn.class);
            for (int at = 0; row != null && at < Math.min(WIDEST, row.getLastCellNum()); at++) {
                int place = at;
                LedgerColumn.called(SentWorkbook.text(row.getCell(at)).replaceAll("\\s", ""))
                        .filter(found::add)
                        .ifPresent(column -> columns.put(place, column));
            }
            if (found.contains(LedgerColumn.PROBLEM) || found.contains(LedgerColumn.UNIT)) {
                requireNeeded(found);
                return number;
            }
        }
        return -1;
    }

    private static void requireNeeded(Set<LedgerColumn> found) {
        String missing = LedgerColumn.NEEDED.stream()
                .filter(column -> !found.contains(column))
                .map(LedgerColumn::label)
                .collect(Collectors.joining("、"));
        if (!missing.isEmpty()) {
            throw refused("缺少这些列：" + missing + "。请按导出的台账或空白表的列名补上。");
        }
    }

    private static List<Line> lines(Sheet sheet, int head, Map<Integer, LedgerColumn> columns) {
        List<Line> lines = new ArrayList<>();
        for (int number = head + 1; number <= sheet.getLastRowNum(); number++) {
            Row row = sheet.getRow(number);
            Map<LedgerColumn, String> cells = new EnumMap<>(LedgerColumn.class);
            columns.forEach((at, column) -> {
                String text = row == null ? "" : SentWorkbook.text(row.getCell(at));
                if (!text.isEmpty()) {
                    cells.put(column, text);
                }
            });
            if (!cells.isEmpty()) {
                lines.add(new Line(number + 1, cells));
            }
            if (lines.size() > MOST) {
                throw refused("一次最多导入 " + MOST + " 行，请分成几个文件。");
            }
        }
        if (lines.isEmpty()) {
            throw refused("台账里没有内容，表头下面没有填写的行。");
        }
        return lines;
    }

    private static Refusal refused(String sentence) {
        return new Refusal("file", sentence);
    }
}
