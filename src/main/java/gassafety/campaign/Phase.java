package gassafety.campaign;

import java.time.LocalDate;

/**
 * A phase of the campaign.
 *
 * @param from first day
 * @param to last day, included
 * @param summaryDue the day by which the stage summary (阶段性工作总结) is handed in
 */
public record Phase(int number, String name, LocalDate from, LocalDate to, LocalDate summaryDue) {

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
