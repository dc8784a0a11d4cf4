package gassafety.returns;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A return as a line of a list.
 *
 * @param with who has it now; empty when it is done
 * @param due last day to hand in
 * @param handedInOn null before that
 * @param daysLate days past the due day, of the handing in or so far; 0 when in time
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
        long daysLate) {

    static ReturnRow of(MonthlyReturn found, LocalDate due, LocalDate today) {
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
                daysLate(due, found.getHandedInOn(), today));
    }

    static long daysLate(LocalDate due, @Nullable LocalDate handedIn, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(due, handedIn == null ? today : handedIn));
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

    /** 逾期3天; empty when in time. */
    public String getLateText() {
        return daysLate == 0 ? "" : "逾期" + daysLate + "天";
    }
}
