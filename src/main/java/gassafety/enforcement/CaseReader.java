package gassafety.enforcement;

import gassafety.office.Offices;
import gassafety.office.Scope;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases for lists. */
@Component
@Transactional(readOnly = true)
class CaseReader {

    private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "id");
    private static final int MOST_OF_A_RECORD = 100;

    private final Cases cases;
    private final CaseTerms terms;
    private final Offices offices;

    CaseReader(Cases cases, CaseTerms terms, Offices offices) {
        this.cases = cases;
        this.terms = terms;
        this.offices = offices;
    }

    Page<CaseRow> page(CaseFilter filter, Scope scope, int number) {
        return cases.page(filter.specification(), scope, number, Pages.SIZE, NEWEST_FIRST)
                .map(rows());
    }

    void each(CaseFilter filter, Scope scope, Consumer<CaseRow> action) {
        Function<EnforcementCase, CaseRow> rows = rows();
        cases.each(filter.specification(), scope, NEWEST_FIRST, found -> action.accept(rows.apply(found)));
    }

    long count(CaseFilter filter, Scope scope) {
        return cases.count(filter.specification(), scope);
    }

    CaseRow row(long id, Scope scope) {
        return cases.find(id, scope).map(rows()).orElseThrow(NotFound::new);
    }

    /** The latest cases that satisfy a condition. */
    List<CaseRow> where(Specification<EnforcementCase> condition, Scope scope) {
        return cases.page(condition, scope, 1, MOST_OF_A_RECORD, NEWEST_FIRST)
                .map(rows())
                .getContent();
    }

    private Function<EnforcementCase, CaseRow> rows() {
        Function<EnforcementCase, java.util.Optional<Term>> reckoning = terms.reckoning();
        Map<Long, String> bureaus = new HashMap<>();
        return found -> new CaseRow(
                found.getId(),
                found.getCaseNumber() == null ? "未立案" : found.getCaseNumber(),
                found.getDecisionNumber(),
                found.unitId(),
                String.valueOf(found.getCustody().getEnterpriseName()),
                found.getCause(),
                found.getStage(),
                bureaus.computeIfAbsent(found.getBureauId(), this::bureau),
                found.getHandlerName() == null ? "" : found.getHandlerName(),
                found.getDraftedOn(),
                found.getFiledOn(),
                amount(found),
                reckoning.apply(found).orElse(null));
    }

    private String bureau(long id) {
        return offices.byId(id).orElseThrow().getShortName();
    }

    private static @Nullable BigDecimal amount(EnforcementCase found) {
        if (found.getDecidedOn() == null) {
            return null;
        }
        return found.decision().map(Decision::penalty).orElse(null);
    }
}
