package gassafety.register;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long something is still valid, in a word and a colour.
 *
 * @param until last day, or null when not known
 * @param words 已过期 12 天, 还有 30 天; empty while the end is far
 * @param tone late, open, or empty
 */
record Validity(@Nullable LocalDate until, String words, String tone) {

    static Validity of(@Nullable LocalDate until, LocalDate today) {
        if (until == null) {
            return new Validity(null, "", "");
        }
        long days = ChronoUnit.DAYS.between(today, until);
        if (days < 0) {
            return new Validity(until, "已过期 " + -days + " 天", "late");
        }
        return days <= Ending.DAYS
                ? new Validity(until, days == 0 ? "今天到期" : "还有 " + days + " 天", "open")
                : new Validity(until, "", "");
    }
}
