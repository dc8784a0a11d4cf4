package gassafety.outreach;

import gassafety.deployment.PersonKey;
import gassafety.web.Mask;
import gassafety.web.Refusal;
import gassafety.web.SentWorkbook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Name lists of training sessions as they are pasted or come in a workbook: one person a line, with name, employer and
 * ID number, of which one of the last two may be missing.
 */
@Component
public class NameList {

    /** People of one session: all their acts are shown on its page. */
    static final int MOST = 250;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_EMPLOYER = 100;
    private static final int LAST_ROW = 2_000;
    private static final int WIDEST = 50;
    private static final String BETWEEN = "[\\s,，;；、]+";
    private static final List<String> NAME = List.of("姓名");
    private static final List<String> EMPLOYER = List.of("单位", "工作单位", "所在单位", "单位名称");
    private static final List<String> ID = List.of("身份证号", "身份证号码", "身份证", "公民身份号码");

    private final PersonKey key;

    NameList(PersonKey key) {
        this.key = key;
    }

    /**
     * What a list says.
     *
     * @param people each once
     * @param faults what is wrong, by row and column
     */
    public record Result(List<Attendee> people, List<String> faults) {}

    /** @param known people whose masked ID numbers the list may repeat: those of the record that is corrected */
    public Result read(String text, List<Attendee> known) {
        Map<String, Attendee> people = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            List<String> cells = cells(line);
            if (!cells.isEmpty()) {
                Reading reading = new Reading(cells, known);
                reading.person().ifPresent(person -> people.putIfAbsent(person.person(), person));
                for (String fault : reading.faults) {
                    faults.add("名单第 " + number + " 行，" + fault);
                }
            }
        }
        if (people.size() > MOST) {
            faults.add("名单一次最多 " + MOST + " 人，请分成几场登记；同一人在几场里只计一名。");
        }
        return new Result(List.copyOf(people.values()), faults);
    }

    /** The cells of a line without its number; none when it is empty or names the columns. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>(Arrays.stream(line.split(BETWEEN))
                .filter(cell -> !cell.isEmpty())
                .toList());
        if (!cells.isEmpty() && line.startsWith("\t")) {
            cells.add(0, "");
        }
        if (!cells.isEmpty() && cells.get(0).matches("[0-9]{1,4}[.]?")) {
            cells.remove(0);
        }
        boolean head = cells.stream().anyMatch(cell -> NAME.contains(cell));
        return head ? List.of() : cells;
    }

    /** One line, and everything that is wrong with it. */
    private final class Reading {

        private final List<String> faults = new ArrayList<>();
        private final List<Attendee> known;
        private final String name;
        private String employer = "";
        private String id = "";

        Reading(List<String> cells, List<Attendee> known) {
            this.known = known;
            name = cells.get(0);
            for (String cell : cells.subList(1, cells.size())) {
                if (cell.matches("[0-9*]+[Xx]?")) {
                    id = cell.toUpperCase(Locale.ROOT);
                } else {
                    employer = employer + cell;
                }
            }
            if (name.isEmpty() || name.length() > LONGEST_NAME || name.matches("[0-9Xx*]+")) {
                faults.add("姓名：应为不超过 " + LONGEST_NAME + " 个字的姓名，每行先写姓名。");
            }
            if (employer.length() > LONGEST_EMPLOYER) {
                faults.add("单位：不能超过 " + LONGEST_EMPLOYER + " 个字。");
            }
            if (employer.isEmpty() && id.isEmpty()) {
                faults.add("单位：没有身份证号的须填写单位。");
            }
        }

        Optional<Attendee> person() {
            Optional<Attendee> person = id.isEmpty() ? byName() : id.contains("*") ? knownBefore() : byNumber();
            return faults.isEmpty() ? person : Optional.empty();
        }

        private Optional<Attendee> byName() {
            return Optional.of(
                    new Attendee(name, employer, "", "NAME:" + DigestUtils.sha256Hex(name + "\n" + employer)));
        }

        private Optional<Attendee> knownBefore() {
            Optional<Attendee> same = known.stream()
                    .filter(one -> one.name().equals(name) && one.masked().equals(id))
                    .findFirst();
            if (same.isEmpty()) {
                faults.add("身份证号：有遮盖的号码与原名单对不上，请填写完整号码。");
            }
            return same.map(one -> new Attendee(name, employer, one.masked(), one.person()));
        }

        private Optional<Attendee> byNumber() {
            if (!isIdNumber(id)) {
                faults.add("身份证号：不是正确的 18 位号码，请核对。");
                return Optional.empty();
            }
            Optional<String> hash = key.hash(id);
            if (hash.isEmpty()) {
                faults.add("身份证号：本系统没有设置身份证号的散列密钥（GASSAFETY_PERSON_KEY），请只填姓名和单位。");
            }
            return hash.map(hex -> new Attendee(name, employer, Mask.idNumber(id), "ID:" + hex));
        }
    }

    /** Whether this is an 18-digit ID number with the right check digit (GB 11643). */
    private static boolean isIdNumber(String id) {
        if (!id.matches("[1-9][0-9]{16}[0-9X]")) {
            return false;
        }
        int sum = 0;
        for (int at = 0; at < 17; at++) {
            sum += (id.charAt(at) - '0') * ((1 << (17 - at)) % 11);
        }
        return "10X98765432".charAt(sum % 11) == id.charAt(17);
    }

    /**
     * The list of a workbook as it would be pasted: line n is row n of its sheet.
     *
     * @throws Refusal for the field {@code list} when it is no workbook with the column 姓名
     */
    String text(byte[] bytes) {
        return SentWorkbook.read("list", bytes, NameList::text);
    }

    private static String text(Workbook workbook) {
        Sheet sheet = workbook.getSheetAt(0);
        if (sheet.getLastRowNum() > LAST_ROW) {
            throw new Refusal("list", "名单一次最多 " + MOST + " 人，请分成几个文件。");
        }
        List<String> lines = new ArrayList<>();
        int[] columns = {-1, -1, -1};
        for (int number = 0; number <= sheet.getLastRowNum(); number++) {
            Row row = sheet.getRow(number);
            if (columns[0] < 0) {
                lines.add(String.join("\t", "姓名", "单位", "身份证号"));
                columns = new int[] {place(row, NAME), place(row, EMPLOYER), place(row, ID)};
            } else {
                lines.add((cell(row, columns[0]) + "\t" + cell(row, columns[1]) + "\t" + cell(row, columns[2]))
                        .stripTrailing());
            }
        }
        if (columns[0] < 0) {
            throw new Refusal("list", "没有找到“姓名”一列。表头应有：姓名、单位、身份证号。");
        }
        return String.join("\n", lines).stripTrailing();
    }

    private static int place(@Nullable Row row, List<String> names) {
        for (int at = 0; row != null && at < Math.min(WIDEST, row.getLastCellNum()); at++) {
            if (names.contains(SentWorkbook.text(row.getCell(at)).replaceAll("\\s", ""))) {
                return at;
            }
        }
        return -1;
    }

    private static String cell(@Nullable Row row, int at) {
        return row == null || at < 0 ? "" : SentWorkbook.text(row.getCell(at)).replaceAll(BETWEEN, "");
    }
}
