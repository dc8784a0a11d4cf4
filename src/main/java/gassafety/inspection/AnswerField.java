package gassafety.inspection;

import java.util.Arrays;
import java.util.Optional;

/** What an answer consists of; each field stands for a column of the same name, in lower case. */
enum AnswerField {
    VERDICT("结论", Kind.CHOICE, 0),
    PROBLEM("问题描述", Kind.TEXT, 1_000),
    LEVEL("级别", Kind.CHOICE, 0),
    HANDLING("处理", Kind.CHOICE, 0),
    RESPONSIBLE("整改责任人", Kind.TEXT, 60),
    DUE("整改时限", Kind.DAY, 0),
    MEASURE("管控措施", Kind.TEXT, 500),
    CHECKED("抽查只数", Kind.COUNT, 0),
    FAULTY("问题只数", Kind.COUNT, 0),
    MARKS("标识号", Kind.TEXT, 1_000),
    REMOVED("清除数量", Kind.COUNT, 0),
    NA_REASON("无此项的理由", Kind.TEXT, 200),
    REMARK("备注", Kind.TEXT, 1_000),
    /** It is not the hazard that is known already under this item. */
    ANOTHER("另一个问题", Kind.CHOICE, 0);

    /** Whether it is another problem. */
    enum Another {
        YES
    }

    enum Kind {
        CHOICE("nullif(%s, '')"),
        TEXT("%s"),
        DAY("cast(nullif(%s, '') as date)"),
        COUNT("cast(nullif(%s, '') as integer)");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** The column's value made from a text in SQL. */
        String from(String textExpression) {
            return sql.formatted(textExpression);
        }
    }

    static final int LARGEST_COUNT = 999_999;

    private final String label;
    private final Kind kind;
    private final int longest;

    AnswerField(String label, Kind kind, int longest) {
        this.label = label;
        this.kind = kind;
        this.longest = longest;
    }

    /** The field that {@code also_ask} of a checklist item means. */
    static Optional<AnswerField> asked(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label.equals(label))
                .findFirst();
    }

    String column() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public String getLabel() {
        return label;
    }

    Kind kind() {
        return kind;
    }

    /** Longest text in characters. */
    public int getLongest() {
        return longest;
    }
}
