package gassafety.enforcement;

import java.time.LocalDate;

/**
 * By when the next thing must be done.
 *
 * @param title what the term is for: 办案期限
 * @param workingDaysLate working days past it; 0 when in time
 */
record Term(String title, LocalDate due, int workingDaysLate) {

    public boolean isLate() {
        return workingDaysLate > 0;
    }

    /** As pages say it: 逾期5个工作日, or 11-16 前. */
    public String getText() {
        return isLate() ? "逾期" + workingDaysLate + "个工作日" : due + " 前";
    }
}
