package gassafety.reporting;

import gassafety.office.Office;
import java.time.LocalDate;

/**
 * What part of the journal a statement sees.
 *
 * @param office whose acts count, with those of every office below
 * @param asOf last day that counts
 * @param position entries after this one are not known yet
 * @param campaignOf a day of the campaign whose acts count
 */
public record Cut(Office office, LocalDate asOf, long position, LocalDate campaignOf) {

    /** A cut through the acts of the campaign to which the day belongs. */
    public Cut(Office office, LocalDate asOf, long position) {
        this(office, asOf, position, asOf);
    }

    /** A cut through everything that is known now. */
    public static Cut now(Office office, LocalDate asOf) {
        return new Cut(office, asOf, Long.MAX_VALUE);
    }

    /** The same on an earlier day, be it before the campaign, when there was nothing yet. */
    public Cut earlier(LocalDate day) {
        return new Cut(office, day, position, campaignOf);
    }
}
