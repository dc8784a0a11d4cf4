package gassafety.enforcement;

import gassafety.web.Refusal;
import gassafety.web.TypedDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads what was typed into fields of forms; each refusal stands beside its field. */
public final class Typed {

    private Typed() {}

    /** An amount in yuan with at most two decimals; blank means 0, and commas between thousands are allowed. */
    public static BigDecimal yuan(String field, String label, @Nullable String typed) {
        String digits = stripped(typed).replace(",", "").replace("，", "");
        if (digits.isEmpty()) {
            return BigDecimal.ZERO;
        }
        if (!digits.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw new Refusal(field, label + "应为不小于 0 的金额，单位为元，最多两位小数，例如 12000 或 345.67。");
        }
        return new BigDecimal(digits);
    }

    /** A day; the message says how to write it. */
    public static LocalDate day(String field, String label, @Nullable String typed) {
        LocalDate day = TypedDay.read(typed);
        if (day == null) {
            throw new Refusal(field, TypedDay.wrong(label, typed));
        }
        return day;
    }

    /** A record's number in a hidden field or a list. */
    public static long id(String field, @Nullable String typed, String sentence) {
        if (!stripped(typed).matches("[0-9]{1,18}")) {
            throw new Refusal(field, sentence);
        }
        return Long.parseLong(stripped(typed));
    }

    /** The version that the page was made of; nonsense counts as one that never was. */
    public static int version(@Nullable String typed) {
        return stripped(typed).matches("[0-9]{1,9}") ? Integer.parseInt(stripped(typed)) : -1;
    }

    /** One of an enumeration's names. */
    public static <E extends Enum<E>> E one(String field, Class<E> of, @Nullable String typed, String sentence) {
        for (E constant : of.getEnumConstants()) {
            if (constant.name().equals(stripped(typed))) {
                return constant;
            }
        }
        throw new Refusal(field, sentence);
    }

    public static String stripped(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
