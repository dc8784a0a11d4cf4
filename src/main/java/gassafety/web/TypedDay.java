package gassafety.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as people type them. */
public final class TypedDay {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private TypedDay() {}

    /** The day, or null when this is none between 1900 and 2200: years beyond that don't fit the database. */
    public static @Nullable LocalDate read(@Nullable String typed) {
        try {
            LocalDate day = LocalDate.parse(typed == null ? "" : typed.strip());
            return EARLIEST_YEAR <= day.getYear() && day.getYear() <= LATEST_YEAR ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /** Why {@link #read} takes no day from this text, and which days it takes; a sentence for the person. */
    public static String wrong(String label, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            return "请填写" + label + "，例如 2023-09-04。";
        }
        if (!DAY.matcher(text).matches()) {
            return label + "不是正确的日期，请按 2023-09-04 的样子填写。";
        }
        int year = Integer.parseInt(text.substring(0, 4));
        return year < EARLIEST_YEAR || year > LATEST_YEAR
                ? label + "要在 " + EARLIEST_YEAR + " 年到 " + LATEST_YEAR + " 年之间，请核对年份“" + text.substring(0, 4) + "”。"
                : label + "没有 " + text + " 这一天，请核对月和日。";
    }
}
