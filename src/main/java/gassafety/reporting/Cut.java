package gassafety.reporting;

import gassafety.office.Office;
import java.time.LocalDate;

/**
 * What part of the journal a statement sees.
 *
 * @param office whose acts count, with those of every office below
 * @param asOf last day that counts
 * @param position entries after this one are not known yet
 */
public record Cut(Office office, LocalDate asOf, long position) {

    /** A cut through everything that is known now. */
    public static Cut now(Office office, LocalDate asOf) {
        return new Cut(office, asOf, Long.MAX_VALUE);
    }
}
