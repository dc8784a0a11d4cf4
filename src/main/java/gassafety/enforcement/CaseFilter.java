package gassafety.enforcement;

import gassafety.web.LikePattern;
import gassafety.web.Pages;
import gassafety.web.TypedDay;
import gassafety.web.WrongFilter;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * What the list of cases is narrowed to.
 *
 * @param q any fragment of a number, a unit's name or the cause
 * @param office path of the office whose cases, and those of the offices below it
 * @param filed month of 立案
 * @param decided month of the decision
 */
record CaseFilter(
        String q,
        @Nullable CaseStage stage,
        @Nullable String office,
        @Nullable YearMonth filed,
        @Nullable YearMonth decided) {

    static final CaseFilter NONE = new CaseFilter("", null, null, null, null);

    CaseFilter {
        q = Pages.sought(q);
    }

    /** @throws WrongFilter when it is none */
    static @Nullable YearMonth month(String filter, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        LocalDate first = TypedDay.read(typed.strip() + "-01");
        if (first == null) {
            throw new WrongFilter(filter, "月份请按 2023-11 的格式填写。");
        }
        return YearMonth.from(first);
    }

    Specification<EnforcementCase> specification() {
        return (root, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            if (!q.isEmpty()) {
                all.add(criteria.like(root.get("searched"), LikePattern.containing(q), '\\'));
            }
            if (stage != null) {
                all.add(criteria.equal(root.get("stage"), stage));
            }
            if (office != null) {
                all.add(criteria.like(root.get("custody").get("officePath"), office + "%"));
            }
            if (filed != null) {
                all.add(criteria.between(root.<LocalDate>get("filedOn"), filed.atDay(1), filed.atEndOfMonth()));
            }
            if (decided != null) {
                all.add(criteria.between(root.<LocalDate>get("decidedOn"), decided.atDay(1), decided.atEndOfMonth()));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
    }
}
