package gassafety.checklist;

import gassafety.forms.FormFile;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The words printed on the official forms around their items: title, head, columns, notes. */
public final class PrintedText {

    private static final List<CSVRecord> ROWS = FormFile.rows("printed-text.csv");

    private PrintedText() {}

    /**
     * The first text of a part, verbatim.
     *
     * @param form {@code annex1}, {@code annex2} or {@code annex3}
     * @param part {@code title}, {@code head}, {@code columns} or {@code note}
     * @throws IllegalArgumentException when nothing is printed there
     */
    public static String of(String form, String part) {
        return all(form, part).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(form + " has no " + part));
    }

    /** All texts of a part, verbatim and in their order; none when nothing is printed there. */
    public static List<String> all(String form, String part) {
        return ROWS.stream()
                .filter(row -> row.get("form").equals(form) && row.get("part").equals(part))
                .map(row -> row.get("text"))
                .toList();
    }
}
