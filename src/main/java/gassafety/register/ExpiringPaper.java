package gassafety.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A licence, certificate or inspection of a unit that had ended on a day, or ends soon after it.
 *
 * @param name what it is and its number or holder
 * @param validTo its last day, or null when a licence that the unit needs is not on the books
 * @param expired whether it was no longer valid on that day
 */
public record ExpiringPaper(
        Kind kind, String name, @Nullable LocalDate validTo, boolean expired) {

    /** What it is about; items of lists name these in {@code forms/item-traits.csv}. */
    public enum Kind {
        FILLING_LICENCE,
        GAS_LICENCE,
        FILLER_CERTIFICATE,
        CHECKER_CERTIFICATE,
        SAFETY_CERTIFICATE,
        EXAMINER_CERTIFICATE,
        TANK_INSPECTION
    }

    /** As the form shows it: 充装许可证 TS4… 已于 2023-09-30 到期. */
    public String sentence() {
        return validTo == null ? name : name + (expired ? " 已于 " : " 将于 ") + validTo + " 到期";
    }
}
