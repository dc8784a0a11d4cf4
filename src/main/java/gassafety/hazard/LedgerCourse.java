package gassafety.hazard;

import gassafety.web.TypedDay;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/**
 * When hazards were found and ended, what they came to, and why they had come about; only the hazards themselves tell.
 *
 * @param from first day on which they were found
 * @param by last one
 * @param endedFrom first day on which they were struck off or ended otherwise
 * @param endedBy last one
 */
record LedgerCourse(
        @Nullable LocalDate from,
        @Nullable LocalDate by,
        @Nullable LocalDate endedFrom,
        @Nullable LocalDate endedBy,
        @Nullable LedgerResult result,
        @Nullable Cause cause) {

    static final LedgerCourse ANY = new LedgerCourse(null, null, null, null, null, null);

    /** Names of its days in addresses. */
    static final List<String> DAYS = List.of("from", "by", "endedFrom", "endedBy");

    static LedgerCourse of(Map<String, String> typed, @Nullable LedgerResult result, @Nullable Cause cause) {
        return new LedgerCourse(
                TypedDay.read(typed.get("from")),
                TypedDay.read(typed.get("by")),
                TypedDay.read(typed.get("endedFrom")),
                TypedDay.read(typed.get("endedBy")),
                result,
                cause);
    }

    boolean isAny() {
        return equals(ANY);
    }

    Specification<Hazard> on() {
        Specification<Hazard> days = (hazard, query, criteria) -> {
            List<Predicate> all = new ArrayList<>();
            Path<LocalDate> found = hazard.get("origin").get("foundOn");
            Path<LocalDate> ended = hazard.get("endedOn");
            if (from != null) {
                all.add(criteria.greaterThanOrEqualTo(found, from));
            }
            if (by != null) {
                all.add(criteria.lessThanOrEqualTo(found, by));
            }
            if (endedFrom != null) {
                all.add(criteria.greaterThanOrEqualTo(ended, endedFrom));
            }
            if (endedBy != null) {
                all.add(criteria.lessThanOrEqualTo(ended, endedBy));
            }
            if (cause != null && query != null) {
                Subquery<Long> closed = query.subquery(Long.class);
                Root<ClosureCause> closure = closed.from(ClosureCause.class);
                all.add(hazard.get("id")
                        .in(closed.select(closure.get("hazardId")).where(criteria.equal(closure.get("cause"), cause))));
                all.add(criteria.equal(hazard.get("state"), HazardState.CLOSED));
            }
            return criteria.and(all.toArray(Predicate[]::new));
        };
        return result == null ? days : days.and(result.on());
    }
}
