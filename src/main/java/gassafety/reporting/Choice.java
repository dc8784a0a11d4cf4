package gassafety.reporting;

import gassafety.office.Office;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Office and day of the statement that was asked for, and when it was known.
 *
 * @param typed the day as it was typed
 * @param error a Chinese sentence when the day can't be used; {@code asOf} is today then
 * @param known the day as whose knowledge is meant; null for now
 * @param typedKnown that day as it was typed
 * @param knownError the same as {@code error}, about {@code known}
 */
record Choice(
        Office office,
        LocalDate asOf,
        String typed,
        @Nullable String error,
        @Nullable LocalDate known,
        String typedKnown,
        @Nullable String knownError,
        long position) {

    Cut cut() {
        return new Cut(office, asOf, position);
    }

    /** The same office and day, as it is known now. */
    Cut now() {
        return Cut.now(office, asOf);
    }

    public boolean isWrong() {
        return error != null || knownError != null;
    }
}
