package gassafety.directive;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A directive as a line of a list.
 *
 * @param number 文号, or 未签发
 * @param due by when the unit must have done it
 * @param issueBy by when it must be issued after the inspection; null when it was, or when there was none
 * @param issueDaysLate working days past that day; 0 when in time
 */
record DirectiveRow(
        long id,
        DirectiveKind kind,
        String number,
        long enterpriseId,
        String enterpriseName,
        String problems,
        DirectiveStage stage,
        LocalDate draftedOn,
        LocalDate due,
        @Nullable LocalDate issuedOn,
        @Nullable LocalDate servedOn,
        @Nullable LocalDate issueBy,
        int issueDaysLate) {

    private static final int SHORT = 40;

    public String getAddress() {
        return "/directives/" + id;
    }

    /** The first words of the problems, for a line. */
    public String getSummary() {
        String line = problems.replace('\n', ' ');
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT)) + "…";
    }
}
