package gassafety.reporting;

import gassafety.web.Refusal;
import gassafety.web.SentWorkbook;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** Reads a sheet that another bureau filled in: it must be the official one, row by row. */
public final class Annex3Reader {

    private static final int ROWS = 200;
    private static final int COLUMNS = 30;

    /** Line 29, which is 0 everywhere but in the national office. */
    private static final int NATIONAL = 29;

    private static final BigDecimal LARGEST = new BigDecimal("9999999999");
    private static final int WAN_DECIMALS = 6;
    private static final BigDecimal YUAN_PER_WAN = BigDecimal.valueOf(10_000);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}([.][0-9]{1,10})?");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})日?");

    private final org.apache.poi.ss.usermodel.Sheet sheet;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<Integer, BigDecimal> figures = new HashMap<>();

    private Annex3Reader(org.apache.poi.ss.usermodel.Sheet sheet) {
        this.sheet = sheet;
    }

    /**
     * What is wrong with a sheet.
     *
     * @param cell its address: C12
     * @param content what stands there
     */
    public record Fault(String cell, String content, String reason) {}

    /**
     * What a sheet says.
     *
     * @param office 填报单位; empty when it names none
     * @param day 填报日期, to which its figures are; null when it names none
     * @param figures by line, exact: line 23 in yuan
     * @param faults why it can't be taken; figures are missing then
     */
    public record Read(String office, @Nullable LocalDate day, Map<Integer, BigDecimal> figures, List<Fault> faults) {

        public Read {
            figures = Map.copyOf(figures);
            faults = List.copyOf(faults);
        }

        /** Whether the sheet names this office, whatever brackets and spaces were typed. */
        public boolean isOf(String name) {
            return plain(office).equals(plain(name));
        }
    }

    /** @throws Refusal with a sentence for this field of the form when it is no workbook */
    public static Read read(String field, byte[] file) {
        return SentWorkbook.read(field, file, workbook -> new Annex3Reader(sheet(workbook)).read());
    }

    private static org.apache.poi.ss.usermodel.Sheet sheet(Workbook workbook) {
        return Optional.ofNullable(workbook.getSheet(Annex3Workbook.NAME)).orElseGet(() -> workbook.getSheetAt(0));
    }

    private Read read() {
        String office = head(0).orElse("");
        String written = head(1).orElse("");
        LocalDate day = day(written);
        if (office.isEmpty()) {
            fault(Annex3Workbook.HEAD, Annex3Workbook.SECTION, "没有找到“填报单位：”和单位名称");
        }
        if (day == null) {
            fault(Annex3Workbook.HEAD, Annex3Workbook.VALUE, "没有找到“填报日期：”和日期，如：填报日期：2023年11月15日");
        }
        if (columnsStand()) {
            rows().forEach(this::readFigure);
        }
        return new Read(office, day, faults.isEmpty() ? figures : Map.of(), faults);
    }

    /** What is written after 填报单位： or 填报日期： somewhere above the columns. */
    private Optional<String> head(int which) {
        String label = plain(Sheet.HEAD.get(which));
        for (int row = 0; row <= Annex3Workbook.HEAD + 1; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                String text = plain(text(row, column));
                if (text.startsWith(label)) {
                    String after = text.substring(label.length());
                    return Optional.of(after.isEmpty() ? plain(text(row, column + 1)) : after);
                }
            }
        }
        return Optional.empty();
    }

    private boolean columnsStand() {
        int head = Annex3Workbook.HEAD + 1;
        boolean stand = true;
        for (int column = 0; column < Sheet.COLUMNS.size(); column++) {
            String expected = Sheet.COLUMNS.get(column);
            if (!plain(text(head, column)).equals(plain(expected))) {
                stand = false;
                fault(head, column, "这里应为列名“" + expected + "”，" + whereColumnIs(expected));
            }
        }
        return stand;
    }

    private String whereColumnIs(String name) {
        for (int row = 0; row < Annex3Workbook.FIRST + 7; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                if (plain(text(row, column)).equals(plain(name))) {
                    return "它移到了 " + address(row, column);
                }
            }
        }
        return "表中没有这一列";
    }

    /** The row of each line, as far as the sheet has it. */
    private Map<Integer, Integer> rows() {
        Map<String, Integer> written = new LinkedHashMap<>();
        for (int row = Annex3Workbook.FIRST; row < ROWS; row++) {
            String item = plain(text(row, Annex3Workbook.ITEM));
            if (!item.isEmpty() && written.putIfAbsent(item, row) != null) {
                fault(row, Annex3Workbook.ITEM, "这个项目重复出现，前面在 " + address(written.get(item), Annex3Workbook.ITEM));
            }
        }
        Map<Integer, Integer> rows = new LinkedHashMap<>();
        for (Line line : Annex3.lines()) {
            Integer row = written.remove(plain(line.printedItem()));
            if (row == null) {
                int place = Annex3Workbook.FIRST + line.number() - 1;
                fault(
                        place,
                        Annex3Workbook.ITEM,
                        "缺少第 " + line.number() + " 项“" + line.printedItem() + "”，应在第 " + (place + 1) + " 行");
            } else {
                rows.put(line.number(), row);
            }
        }
        written.values().forEach(row -> fault(row, Annex3Workbook.ITEM, "附件3没有这个项目"));
        if (faults.isEmpty()) {
            rows.forEach(this::requireInPlace);
        }
        return rows;
    }

    private void requireInPlace(int line, int row) {
        int place = Annex3Workbook.FIRST + line - 1;
        if (row != place) {
            fault(row, Annex3Workbook.ITEM, "第 " + line + " 项应在第 " + (place + 1) + " 行，移到了第 " + (row + 1) + " 行");
        }
    }

    private void readFigure(int line, int row) {
        String written = plain(text(row, Annex3Workbook.VALUE)).replace(",", "");
        String wrong = wrong(line, written);
        if (wrong.isEmpty()) {
            BigDecimal figure = new BigDecimal(written);
            figures.put(line, line == Line.FINES ? figure.multiply(YUAN_PER_WAN) : figure);
        } else {
            fault(row, Annex3Workbook.VALUE, "第 " + line + " 项" + wrong);
        }
    }

    private static String wrong(int line, String written) {
        if (written.isEmpty()) {
            return "没有填写，没有的填 0";
        }
        if (!NUMBER.matcher(written).matches()) {
            return "应填写数字";
        }
        BigDecimal figure = new BigDecimal(written).stripTrailingZeros();
        if (figure.signum() < 0) {
            return "不能小于 0";
        }
        if (line == Line.FINES ? figure.scale() > WAN_DECIMALS : figure.scale() > 0) {
            return line == Line.FINES ? "以万元为单位，精确到分" : "应为整数";
        }
        if (figure.compareTo(LARGEST) > 0) {
            return "的数字过大";
        }
        return line == NATIONAL && figure.signum() > 0 ? "只由总局填报，地方填 0" : "";
    }

    private static @Nullable LocalDate day(String written) {
        Matcher day = DAY.matcher(written);
        if (!day.lookingAt()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private String text(int row, int column) {
        Row cells = sheet.getRow(row);
        return cells == null ? "" : SentWorkbook.text(cells.getCell(column));
    }

    private void fault(int row, int column, String reason) {
        faults.add(new Fault(address(row, column), text(row, column), reason));
    }

    private static String address(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    /** Without spaces, and with the narrow form of brackets, colons and commas. */
    private static String plain(String text) {
        return text.replaceAll("[\\s\\u3000\\u00a0]", "")
                .replace('（', '(')
                .replace('）', ')')
                .replace('：', ':')
                .replace('，', ',');
    }
}
