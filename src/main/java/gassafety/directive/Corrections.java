package gassafety.directive;

import gassafety.enforcement.CaseMarks;
import gassafety.inspection.Visit;
import gassafety.inspection.VisitBook;
import gassafety.office.Caller;
import gassafety.office.Scope;
import gassafety.web.Refusal;
import java.util.List;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/**
 * When a 责令改正通知书 is used: for what a signed inspection found, unless a 监察指令书 orders it already or a case does
 * with its decision.
 */
@Component
class Corrections {

    private final Directives directives;
    private final VisitBook visits;
    private final CaseMarks cases;

    Corrections(Directives directives, VisitBook visits, CaseMarks cases) {
        this.directives = directives;
        this.visits = visits;
        this.cases = cases;
    }

    /** Whether the inspection leaves something to be corrected for which no 监察指令书 is used. */
    boolean isOpenFor(long inspection, Scope scope) {
        return visits.require(inspection, scope).findings() > 0
                && ordering(inspection, scope).isEmpty();
    }

    /** @throws Refusal when it is not used for this */
    void check(Caller by, DirectiveText text) {
        Long inspection = text.inspectionId();
        Visit visit = inspection == null ? null : visits.require(inspection, by.scope());
        if (visit == null || visit.findings() == 0) {
            throw new Refusal("inspection", "责令改正通知书从已签字、有不符合项的检查记录起草。");
        }
        ordering(visit.id(), by.scope()).stream().findFirst().ifPresent(directive -> {
            String number = directive.getNumber() == null ? "" : " " + directive.getNumber();
            throw new Refusal("inspection", "这次检查已使用监察指令书" + number + "责令改正，不再另发责令改正通知书。");
        });
        if (!cases.marks(text.hazards()).isEmpty()) {
            throw new Refusal("hazards", "所选隐患中有已立案的：责令改正随处罚决定作出，请去掉后再保存。");
        }
    }

    /** The 监察指令书 of the inspection that stand. */
    private List<Directive> ordering(long inspection, Scope scope) {
        Specification<Directive> standing = (root, query, criteria) -> criteria.and(
                criteria.equal(root.get("inspectionId"), inspection),
                criteria.equal(root.get("kind"), DirectiveKind.SUPERVISION),
                criteria.notEqual(root.get("stage"), DirectiveStage.WITHDRAWN));
        return directives.page(standing, scope, 1, 1, Sort.by("id")).getContent();
    }
}
