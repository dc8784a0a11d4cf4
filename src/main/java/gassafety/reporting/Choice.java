package gassafety.reporting;

import gassafety.office.Office;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Office and day of the statement that was asked for.
 *
 * @param typed the day as it was typed
 * @param error a Chinese sentence when the day can't be used; {@code asOf} is today then
 */
record Choice(
        Office office,
        LocalDate asOf,
        String typed,
        @Nullable String error) {

    Cut cut() {
        return Cut.now(office, asOf);
    }
}
