package gassafety.reporting;

import gassafety.checklist.PrintedText;
import gassafety.forms.FormFile;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A statement as it is printed, in the words of the form. */
record Sheet(Statement statement) {

    static final String TITLE = PrintedText.of("annex3", "title");
    static final String NOTE = PrintedText.of("annex3", "note");

    /** 填报单位： and 填报日期：. */
    static final List<String> HEAD = PrintedText.all("annex3", "head");

    static final String SIGNATURES = "单位负责人：　审核人：　填报人：";
    static final List<String> COLUMNS = FormFile.split(PrintedText.of("annex3", "columns"), ";");

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /**
     * A section of the sheet.
     *
     * @param name stands once, beside all its rows
     */
    record Section(String name, List<Row> rows) {}

    /**
     * A printed line.
     *
     * @param value as printed; line 23 in 万元
     * @param exact as counted; line 23 in yuan
     * @param change since the statement it is compared with; null when it is compared with none
     */
    record Row(
            Line line,
            BigDecimal value,
            BigDecimal exact,
            @Nullable BigDecimal change) {

        /** +2, −1, or — for no change. */
        public String changeText() {
            if (change == null || change.signum() == 0) {
                return "—";
            }
            return (change.signum() > 0 ? "+" : "−") + change.abs().toPlainString();
        }
    }

    public String title() {
        return TITLE;
    }

    public String note() {
        return NOTE;
    }

    public String signatures() {
        return SIGNATURES;
    }

    public List<String> columns() {
        return COLUMNS;
    }

    /** 填报单位：云岫市市场监督管理局. */
    public String office() {
        return HEAD.get(0) + statement.cut().office().getName();
    }

    /** 填报日期：2023年11月15日. */
    public String date() {
        return HEAD.get(1) + DATE.format(statement.cut().asOf());
    }

    /** What is not zero, in one sentence that can be sent in a message and names the campaign. */
    String text(String campaign) {
        String figures = Annex3.lines().stream()
                .filter(line -> statement.printed(line).signum() > 0)
                .map(line -> line.item() + statement.printed(line).toPlainString() + line.unit())
                .collect(Collectors.joining("，"));
        return "截至" + DATE.format(statement.cut().asOf()) + "，"
                + statement.cut().office().getName() + campaign
                + (figures.isEmpty() ? "还没有可以统计的成果。" : "：" + figures + "。");
    }

    /** The printed lines by section, without comparison. */
    List<Section> sections() {
        return sections(null);
    }

    /** The printed lines by section, each with its change since an earlier statement. */
    List<Section> sections(@Nullable Statement before) {
        Map<String, List<Row>> sections = new LinkedHashMap<>();
        for (Line line : Annex3.lines()) {
            sections.computeIfAbsent(line.section(), name -> new ArrayList<>()).add(row(line, before));
        }
        return sections.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    /** The printed lines by number, each with its change since an earlier statement. */
    Map<Integer, Row> rows(Statement before) {
        return sections(before).stream()
                .flatMap(section -> section.rows().stream())
                .collect(Collectors.toMap(row -> row.line().number(), row -> row));
    }

    private Row row(Line line, @Nullable Statement before) {
        BigDecimal exact = statement.figure(line).exact();
        BigDecimal change =
                before == null ? null : line.change(before.figure(line).exact(), exact);
        return new Row(line, statement.printed(line), exact, change);
    }
}
