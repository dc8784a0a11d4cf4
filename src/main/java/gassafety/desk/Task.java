package gassafety.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do (待办).
 *
 * @param what the act that is asked for: 复查, 确认销号
 * @param record what it is about, in words
 * @param address the page on which it is done
 * @param due last day, or null when there is none
 * @param workingDaysLate working days past the due day; 0 when in time
 */
public record Task(
        String what,
        String record,
        String address,
        @Nullable LocalDate due,
        int workingDaysLate) {

    public boolean isLate() {
        return workingDaysLate > 0;
    }
}
