package gassafety.inspection;

import gassafety.office.Caller;
import gassafety.web.LikePattern;
import gassafety.web.TypedDay;
import jakarta.persistence.criteria.Predicate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/**
 * Which inspections a list shows.
 *
 * @param q any fragment of the unit's name, credit code or address
 * @param status name of a status, or empty
 * @param list code of a checklist, or empty
 * @param day day of the visit, or empty
 * @param own {@code true} for only those that the caller inspects
 */
record InspectionFilter(
        @Nullable String q,
        @Nullable String status,
        @Nullable String list,
        @Nullable String day,
        @Nullable String own) {

    static final Sort NEWEST = Sort.by(Sort.Order.desc("visitDay"), Sort.Order.desc("id"));

    private static final int LONGEST = 100;

    InspectionFilter {
        String text = Texts.clean(q);
        q = text.substring(0, Math.min(LONGEST, text.length()));
        status = Texts.clean(status);
        list = Texts.clean(list);
        own = "true".equals(own) ? own : "";
        day = Texts.clean(day);
    }

    /**
     * What can't be looked for, as messages by the name of the field.
     *
     * @param lists codes of the lists that are offered
     */
    Map<String, String> problems(Set<String> lists) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!said(status).isEmpty()
                && Arrays.stream(InspectionStatus.values())
                        .noneMatch(value -> value.name().equals(status))) {
            problems.put("status", "没有这个状态，请重新选择。");
        }
        if (!said(list).isEmpty() && !lists.contains(list)) {
            problems.put("list", "没有这张检查表，请重新选择。");
        }
        if (!said(day).isEmpty() && TypedDay.read(day) == null) {
            problems.put("day", TypedDay.wrong("检查日期", day));
        }
        return problems;
    }

    public boolean mine() {
        return "true".equals(own);
    }

    Specification<Inspection> specification(Caller caller) {
        return (inspection, query, plain) -> {
            HibernateCriteriaBuilder criteria = (HibernateCriteriaBuilder) plain;
            List<Predicate> wanted = new ArrayList<>();
            if (!said(q).isEmpty()) {
                wanted.add(criteria.ilike(inspection.get("search"), LikePattern.containing(said(q)), '\\'));
            }
            Arrays.stream(InspectionStatus.values())
                    .filter(value -> value.name().equals(status))
                    .forEach(value -> wanted.add(criteria.equal(inspection.get("status"), value)));
            if (!said(list).isEmpty()) {
                wanted.add(criteria.equal(inspection.get("checklistCode"), list));
            }
            if (!said(day).isEmpty()) {
                wanted.add(criteria.equal(inspection.get("visitDay"), TypedDay.read(day)));
            }
            if (mine()) {
                wanted.add(criteria.equal(inspection.join("inspectors").get("accountId"), caller.accountId()));
            }
            return criteria.and(wanted.toArray(Predicate[]::new));
        };
    }

    static Specification<Inspection> ofUnit(long enterpriseId) {
        return (inspection, query, criteria) ->
                criteria.equal(inspection.get("custody").get("enterpriseId"), enterpriseId);
    }

    static Specification<Inspection> between(LocalDate from, LocalDate to) {
        return (inspection, query, criteria) -> criteria.between(inspection.<LocalDate>get("visitDay"), from, to);
    }

    private static String said(@Nullable String value) {
        return value == null ? "" : value;
    }
}
