package gassafety.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The working days as they are known at one moment: Monday to Friday, without the holidays, with the make-up days. Days
 * for which no holidays are announced yet follow the week alone.
 */
public final class WorkCalendar {

    /** 1969-12-29, the Monday of the first week of the epoch. */
    private static final long A_MONDAY = -3;

    private final NavigableMap<LocalDate, RestDayKind> exceptions;

    WorkCalendar(Map<LocalDate, RestDayKind> exceptions) {
        this.exceptions = new TreeMap<>(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        RestDayKind exception = exceptions.get(day);
        return exception == null ? !isWeekend(day) : exception == RestDayKind.MAKE_UP_WORKDAY;
    }

    /**
     * The last day of a term in working days; day 1 is the first working day after the start.
     *
     * @param count how many; a negative one counts back from the day before the start, 0 gives the start itself
     */
    public LocalDate plusWorkingDays(LocalDate start, int count) {
        LocalDate day = start;
        int step = Integer.signum(count);
        for (int left = Math.abs(count); left > 0; ) {
            day = day.plusDays(step);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The day itself when it is a working day, else the next one. */
    public LocalDate sameOrNextWorkingDay(LocalDate day) {
        return isWorkingDay(day) ? day : plusWorkingDays(day, 1);
    }

    /** The working days in (due, today]; 0 until the day after the due day. */
    public int workingDaysOverdue(LocalDate due, LocalDate today) {
        return workingDaysBetween(due, today);
    }

    /** The working days in (today, due]; 0 on the due day and after it. */
    public int workingDaysUntil(LocalDate today, LocalDate due) {
        return workingDaysBetween(today, due);
    }

    private int workingDaysBetween(LocalDate after, LocalDate upTo) {
        if (!upTo.isAfter(after)) {
            return 0;
        }
        long days = weekdaysUpTo(upTo) - weekdaysUpTo(after);
        for (var exception : exceptions.subMap(after, false, upTo, true).entrySet()) {
            boolean weekend = isWeekend(exception.getKey());
            if (weekend && exception.getValue() == RestDayKind.MAKE_UP_WORKDAY) {
                days++;
            } else if (!weekend && exception.getValue() == RestDayKind.HOLIDAY) {
                days--;
            }
        }
        return Math.toIntExact(days);
    }

    private static long weekdaysUpTo(LocalDate day) {
        long days = day.toEpochDay() - A_MONDAY;
        return Math.floorDiv(days, 7) * 5 + Math.min(Math.floorMod(days, 7) + 1, 5);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
