package gassafety.hazard;

import gassafety.register.Unit;
import java.time.LocalDate;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A hazard as an office's own ledger tells it, with the state that it has there.
 *
 * @param number of the ledger; empty when it has none
 * @param field TS, ZL or JG: the part of the hazard's new number that names the line of business
 * @param list checklist and line, in the ledger's words
 * @param due last day of the term; null when it must be stopped at once
 * @param failedRechecks how often a recheck found it not gone
 * @param endedOn the day of 销号, or of another end
 */
public record KeptHazard(
        Unit unit,
        String number,
        String field,
        HazardLevel level,
        HazardState state,
        String problem,
        String list,
        String item,
        LocalDate foundOn,
        String foundBy,
        String responsible,
        @Nullable LocalDate due,
        String measure,
        @Nullable LocalDate reportedOn,
        int failedRechecks,
        int extensions,
        @Nullable LocalDate determinedOn,
        @Nullable String reportNumber,
        @Nullable LocalDate endedOn) {

    /** Tells the same line again: SHA-256 of unit, day, problem and item, in hex. */
    public String digest() {
        return digest(unit.id(), foundOn, problem, item);
    }

    static String digest(long enterpriseId, LocalDate foundOn, String problem, String item) {
        return DigestUtils.sha256Hex(enterpriseId + "\n" + foundOn + "\n" + problem.strip() + "\n" + item.strip());
    }
}
