package gassafety.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** A workbook that a person sent in, read without trusting it. */
public final class SentWorkbook {

    /** The largest workbook that is read, in bytes. */
    private static final long LARGEST = 5 * 1024 * 1024;

    private static final long LARGEST_UNPACKED = 40 * 1024 * 1024;

    private static final String UNREADABLE = "打不开这个文件，请选择 Excel 工作簿（.xlsx 或 .xls）。";

    /** As many digits as a workbook shows of a number; what follows is noise of its binary form. */
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

    private SentWorkbook() {}

    /**
     * What the reader makes of the workbook.
     *
     * @param field of the form that it was sent in with
     * @throws Refusal with a sentence for that field when it is too large, has a password, or is no workbook; those of
     *     the reader are passed on
     */
    public static <R> R read(String field, byte[] bytes, Function<Workbook, R> reader) {
        if (bytes.length > LARGEST) {
            throw new Refusal(field, "文件超过 5 MB，请分成几个文件导入。");
        }
        requireNoBomb(field, bytes);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            return reader.apply(workbook);
        } catch (EncryptedDocumentException encrypted) {
            throw new Refusal(field, "工作簿设有密码，请去掉密码后再导入。");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException unreadable) {
            throw new Refusal(field, UNREADABLE);
        }
    }

    /** What stands in a cell, a day as 2023-09-04; empty when nothing does. */
    public static String text(@Nullable Cell cell) {
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
        return BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }

    /** An .xlsx is a zip file, and a small one can unpack to more than fits in memory. */
    private static void requireNoBomb(String field, byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != 'K') {
            return;
        }
        try {
            Path file = Files.createTempFile("workbook", ".xlsx");
            try {
                Files.write(file, bytes);
                if (unpacked(file) > LARGEST_UNPACKED) {
                    throw new Refusal(field, "工作簿的内容太大，请分成几个文件导入。");
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new Refusal(field, UNREADABLE);
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
}
