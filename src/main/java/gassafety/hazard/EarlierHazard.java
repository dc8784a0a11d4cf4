package gassafety.hazard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A hazard that was known before a visit to its unit, with what to look at now.
 *
 * @param lineText the line it was found under: 附件2第 23 项
 * @param checklistCode code of that list, and {@code line} the item's position on it
 * @param endedOn the day it was closed, or null while it is open
 * @param lookAt what the inspectors should look at
 * @param term its term in words, empty when none is running
 * @param next what the asking person can do about it now, or null
 */
public record EarlierHazard(
        HazardSummary summary,
        String lineText,
        String checklistCode,
        int line,
        LocalDate foundOn,
        @Nullable LocalDate endedOn,
        String lookAt,
        String term,
        @Nullable Next next) {

    /** An act with the address of its page. */
    public record Next(String label, String address) {}

    public long id() {
        return summary.id();
    }

    /** Whether it had been closed when the visit took place: seen again it is a relapse. */
    public boolean wasClosedOn(LocalDate visitDay) {
        return endedOn != null && !endedOn.isAfter(visitDay);
    }
}
