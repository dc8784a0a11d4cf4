package gassafety.intake;

import gassafety.web.Refusal;
import gassafety.web.TypedText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** The lines of a ledger, as they stand in the first sheet of a workbook that has its columns. */
final class LedgerSheet {

    /** Lines of one workbook. */
    static final int MOST = 5_000;

    private static final int HEAD_WITHIN = 10;
    private static final int WIDEST = 100;

    /** Bytes that a workbook of that many lines does not need. */
    private static final long LARGEST = 5 * 1024 * 1024;

    private static final long LARGEST_UNPACKED = 40 * 1024 * 1024;

    private static final String UNREADABLE = "打不开这个文件，请选择 Excel 工作簿（.xlsx 或 .xls）。";

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
        if (bytes.length > LARGEST) {
            throw refused("文件超过 5 MB，请分成几个文件导入。");
        }
        requireNoBomb(bytes);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook) {
                Map<Integer, LedgerColumn> columns = new TreeMap<>();
                int head = head(sheet, columns);
                if (head >= 0) {
                    return lines(sheet, head, columns);
                }
            }
        } catch (EncryptedDocumentException encrypted) {
            throw refused("工作簿设有密码，请去掉密码后再导入。");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException unreadable) {
            throw refused(UNREADABLE);
        }
        throw refused("没有找到台账的表头。第一行应有列名，如：编号、级别、状态、问题、单位、发现日期。");
    }

    /** An .xlsx is a zip file, and a small one can unpack to more than fits in memory. */
    private static void requireNoBomb(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return;
        }
        try {
            Path file = Files.createTempFile("ledger", ".xlsx");
            try {
                Files.write(file, bytes);
                if (unpacked(file) > LARGEST_UNPACKED) {
                    throw refused("工作簿的内容太大，请分成几个文件导入，每个不超过 " + MOST + " 行。");
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw refused(UNREADABLE);
        }
    }

    /** Bytes that it unpacks to, counted until they are too many. */
    private static long unpacked(Path file) throws IOException {
        long unpacked = 0;
        byte[] portion = new byte[8_192];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(portion); read >= 0; read = content.read(portion)) {
                        unpacked += read;
                        if (unpacked > LARGEST_UNPACKED) {
                            return unpacked;
                        }
                    }
                }
            }
        }
        return unpacked;
    }

    /** Number of the row with the names of the columns, or -1. */
    private static int head(Sheet sheet, Map<Integer, LedgerColumn> columns) {
        for (int number = 0; number < HEAD_WITHIN; number++) {
            Row row = sheet.getRow(number);
            columns.clear();
            Set<LedgerColumn> found = EnumSet.noneOf(LedgerColumn.class);
            for (int at = 0; row != null && at < Math.min(WIDEST, row.getLastCellNum()); at++) {
                int place = at;
                LedgerColumn.called(text(row.getCell(at)).replaceAll("\\s", ""))
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
                String text = row == null ? "" : text(row.getCell(at));
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

    private static String text(@Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> TypedText.clean(cell.getStringCellValue()).strip();
            case NUMERIC -> number(cell);
            case BOOLEAN -> cell.getBooleanCellValue() ? "是" : "否";
            default -> "";
        };
    }

    private static String number(Cell cell) {
        double value = cell.getNumericCellValue();
        if (DateUtil.isCellDateFormatted(cell) && DateUtil.isValidExcelDate(value)) {
            return cell.getLocalDateTimeCellValue().toLocalDate().toString();
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static Refusal refused(String sentence) {
        return new Refusal("file", sentence);
    }
}
