package gassafety.hazard;

import gassafety.office.Caller;
import gassafety.register.Unit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A nonconforming line, as the inspectors signed it, about to become a hazard.
 *
 * @param foundOn the day of the visit
 * @param field TS, ZL or JG: the part of the hazard's number that names the line of business
 * @param checklistCode list and printed number the problem was found under, shown as 附件2第 23 项
 * @param item text of the item
 * @param proposedMajor whether the inspector marks it 拟定重大
 * @param onTheSpot 立行立改, else 限期整改
 * @param due last day of the term; the day of the visit when put right on the spot
 * @param responsible 整改责任人, a person of the unit
 * @param measure 管控措施 until it is gone
 * @param inspectors those who signed, the lead inspector first
 */
public record Finding(
        SourceRef source,
        Unit unit,
        LocalDate foundOn,
        String field,
        String checklistCode,
        String checklistTitle,
        String printedNo,
        String category,
        String item,
        String problem,
        boolean proposedMajor,
        boolean onTheSpot,
        @Nullable LocalDate due,
        String responsible,
        String measure,
        List<Caller> inspectors) {}
