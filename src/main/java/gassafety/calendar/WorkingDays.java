package gassafety.calendar;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Working days after the table of rest days, which is read anew for each question, so that an edit counts at once. A
 * page with many rows asks for the {@link #calendar()} once.
 */
@Service
public class WorkingDays {

    private final JdbcClient jdbc;

    WorkingDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The working days as the table has them now. */
    public WorkCalendar calendar() {
        Map<LocalDate, RestDayKind> exceptions = new HashMap<>();
        jdbc.sql("select day, kind from rest_day").query(row -> {
            exceptions.put(row.getObject("day", LocalDate.class), RestDayKind.valueOf(row.getString("kind")));
        });
        return new WorkCalendar(exceptions);
    }

    /** @see WorkCalendar#isWorkingDay */
    public boolean isWorkingDay(LocalDate day) {
        return calendar().isWorkingDay(day);
    }

    /** @see WorkCalendar#plusWorkingDays */
    public LocalDate plusWorkingDays(LocalDate start, int count) {
        return calendar().plusWorkingDays(start, count);
    }

    /**
     * The last day of a term.
     *
     * @param from the day of what the term runs from; of a notice ahead of time, the day of what is announced
     * @see Deadline#due
     */
    public LocalDate due(Deadline deadline, LocalDate from) {
        return deadline.due(from, calendar());
    }

    /** @see WorkCalendar#workingDaysOverdue */
    public int workingDaysOverdue(LocalDate due, LocalDate today) {
        return calendar().workingDaysOverdue(due, today);
    }

    /** @see WorkCalendar#workingDaysUntil */
    public int workingDaysUntil(LocalDate today, LocalDate due) {
        return calendar().workingDaysUntil(today, due);
    }
}
