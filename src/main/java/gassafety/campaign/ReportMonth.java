package gassafety.campaign;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A month for which returns are handed in.
 *
 * @param opens the first day of its own: the day after the cut-off before
 * @param cutOff the last day whose acts count
 * @param countyDue the last day, included, on which a county hands in
 * @param topDue the same for the bureau that carries out the campaign
 */
public record ReportMonth(YearMonth month, LocalDate opens, LocalDate cutOff, LocalDate countyDue, LocalDate topDue) {

    public LocalDate due(boolean top) {
        return top ? topDue : countyDue;
    }

    /** The statement day of a return that is handed in on this day. */
    public LocalDate statementDay(LocalDate today) {
        return today.isBefore(cutOff) ? today : cutOff;
    }
}
