package gassafety.hazard;

import gassafety.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * Where a hazard stands on a day, as it is shown: 逾期 and 延期审批中 follow from the days and are never stored.
 *
 * @param calendar working days
 */
record Standing(LocalDate today, WorkCalendar calendar) {

    /** Working days past the term; 0 when in time, reported, or an extension asked for in time is not decided yet. */
    int workingDaysLate(Hazard hazard) {
        LocalDate due = hazard.getDue();
        if (due == null || !hazard.getState().isTermRunning() || hazard.getExtensionById() != null) {
            return 0;
        }
        return calendar.workingDaysOverdue(due, today);
    }

    /** Working days past the day by which the report must be rechecked. */
    int workingDaysRecheckLate(Hazard hazard) {
        LocalDate by = hazard.getRecheckDue();
        return by == null || hazard.getState() != HazardState.AWAITING_RECHECK
                ? 0
                : calendar.workingDaysOverdue(by, today);
    }

    /**
     * The last working day up to today: a term that ended before it is overdue by at least one working day, which is
     * what a query can ask.
     */
    LocalDate lastWorkingDay() {
        LocalDate day = today;
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The last day of this week. */
    LocalDate sunday() {
        return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    String word(Hazard hazard) {
        return isExtensionPending(hazard) ? "延期审批中" : hazard.getState().getLabel();
    }

    String tone(Hazard hazard) {
        if (workingDaysLate(hazard) > 0) {
            return "late";
        }
        return isExtensionPending(hazard) ? "wait" : hazard.getState().getTone();
    }

    static boolean isExtensionPending(Hazard hazard) {
        return hazard.getExtensionById() != null;
    }
}
