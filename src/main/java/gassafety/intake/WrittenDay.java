package gassafety.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as they are written in ledgers: 2023-09-04, 2023/9/4, 2023.9.4, 2023年9月4日, 20230904. */
final class WrittenDay {

    private static final Pattern PARTS =
            Pattern.compile("([0-9]{4})[-/.年]\\s*([0-9]{1,2})[-/.月]\\s*([0-9]{1,2})日?(?:\\s+00:00(?::00)?)?");
    private static final Pattern DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");

    private WrittenDay() {}

    static @Nullable LocalDate read(String text) {
        for (Pattern pattern : new Pattern[] {PARTS, DIGITS}) {
            Matcher found = pattern.matcher(text);
            if (found.matches()) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            Integer.parseInt(found.group(3)));
                } catch (DateTimeException noDay) {
                    return null;
                }
            }
        }
        return null;
    }
}
