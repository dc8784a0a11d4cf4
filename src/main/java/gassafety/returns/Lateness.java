package gassafety.returns;

import gassafety.calendar.WorkCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a return is or came late. It is late from the day after the due day on; how late is told in working days, as
 * with every other term.
 *
 * @param handedIn whether it came
 * @param workingDays 0 while only rest days have passed since
 */
record Lateness(boolean late, boolean handedIn, int workingDays) {

    static Lateness of(LocalDate due, @Nullable LocalDate handedIn, LocalDate today, WorkCalendar calendar) {
        LocalDate until = handedIn == null ? today : handedIn;
        return new Lateness(until.isAfter(due), handedIn != null, calendar.workingDaysOverdue(due, until));
    }

    /** 逾期3个工作日, or 迟报3个工作日 when it came late; empty when in time. */
    public String text() {
        if (!late) {
            return "";
        }
        return (handedIn ? "迟报" : "逾期") + (workingDays == 0 ? "" : workingDays + "个工作日");
    }
}
