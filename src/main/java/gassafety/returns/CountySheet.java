package gassafety.returns;

import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.reporting.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 报表文件: an Annex 3 workbook of a bureau that doesn't work in the system.
 *
 * @param statementDay to which its figures are: 填报日期
 * @param figures by line, exact: line 23 in yuan
 * @param progress 专项整治行动进展情况
 * @param opinion why it was sent back or withdrawn, or how doubts were cleared up
 */
record CountySheet(
        long id,
        int version,
        long officeId,
        String officeName,
        YearMonth month,
        SheetState state,
        LocalDate statementDay,
        String fileName,
        String sha256,
        List<BigDecimal> figures,
        String progress,
        String sentByName,
        LocalDate sentOn,
        @Nullable String decidedByName,
        @Nullable LocalDate decidedOn,
        String opinion) {

    CountySheet {
        figures = List.copyOf(figures);
    }

    /** Whether this person decides about what bureaus hand in. */
    static boolean mayDecide(Caller by) {
        return Boards.mayUrge(by);
    }

    /** Whether this person hands in workbooks: the bureau's own reporter, or the campaign office that received one. */
    static boolean maySend(Caller by) {
        return mayDecide(by) || by.is(Role.REPORTER);
    }

    BigDecimal figure(Line line) {
        return figures.get(line.number() - 1);
    }

    /** What this person can do about it now. */
    List<SheetStep> steps(Caller by) {
        return mayDecide(by)
                ? Arrays.stream(SheetStep.values())
                        .filter(step -> step.from() == state)
                        .toList()
                : List.of();
    }

    Source source() {
        return new Source(SourceKind.COUNTY_SHEET, id);
    }

    public String getAddress() {
        return source().address();
    }

    public String getTitle() {
        return month + " " + officeName + " 报表文件";
    }
}
