package gassafety.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days as people type them. */
public final class TypedDay {

    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    private TypedDay() {}

    /** The day, or null when this is none between 1900 and 2200: years beyond that don't fit the database. */
    public static @Nullable LocalDate read(@Nullable String typed) {
        try {
            LocalDate day = LocalDate.parse(typed == null ? "" : typed.strip());
            return EARLIEST_YEAR <= day.getYear() && day.getYear() <= LATEST_YEAR ? day : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
