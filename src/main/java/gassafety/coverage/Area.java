package gassafety.coverage;

import gassafety.office.Office;
import org.jspecify.annotations.Nullable;

/**
 * The units that are looked at: those that an office and the offices below it are in charge of, or one unit itself.
 *
 * @param office null for a unit that looks at itself
 * @param unit null for an office
 */
record Area(@Nullable Office office, @Nullable Long unit) {

    /** Parameters that make the register's list show these units. */
    String filter() {
        return office == null ? "" : "&office=" + office.getCode();
    }
}
