package gassafety.reporting;

import java.time.LocalDate;
import java.time.YearMonth;

/** Data cut-off days of the monthly returns: the 15th, and the campaign's last day for the last one. */
final class CutOffs {

    private static final int DAY = 15;
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private CutOffs() {}

    /** The last cut-off before this day. */
    static LocalDate before(LocalDate day) {
        if (day.isAfter(LAST)) {
            return LAST;
        }
        YearMonth month = YearMonth.from(day);
        boolean passed = day.getDayOfMonth() > DAY && !month.equals(YearMonth.from(LAST));
        return (passed ? month : month.minusMonths(1)).atDay(DAY);
    }
}
