package gassafety.returns;

import gassafety.calendar.WorkCalendar;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A return as a line of a list.
 *
 * @param with who has it now; empty when it is done
 * @param due last day to hand in
 * @param handedInOn null before that
 */
record ReturnRow(
        long id,
        String officeName,
        YearMonth month,
        ReturnState state,
        int revision,
        boolean sentBack,
        String with,
        LocalDate due,
        @Nullable LocalDate handedInOn,
        Lateness lateness) {

    static ReturnRow of(MonthlyReturn found, LocalDate due, LocalDate today, WorkCalendar calendar) {
        return new ReturnRow(
                found.getId(),
                found.getOfficeName(),
                found.month(),
                found.getState(),
                found.getRevision(),
                found.isSentBack(),
                found.getState().with(found.isTop()),
                due,
                found.getHandedInOn(),
                Lateness.of(due, found.getHandedInOn(), today, calendar));
    }

    public String getAddress() {
        return "/returns/" + id;
    }

    /** The word for where it stands: a return that came back is more than a draft. */
    public String getStateText() {
        return sentBack ? "已退回" : state.getLabel();
    }

    public String getTone() {
        return sentBack ? "major" : state.getTone();
    }
}
