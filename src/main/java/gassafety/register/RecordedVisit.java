package gassafety.register;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a unit was inspected, by whatever office, as the journal has it. */
@Entity
@Immutable
@Table(name = "enterprise_visit")
class RecordedVisit {

    @Id
    private long position;

    private long enterpriseId;

    @Enumerated(EnumType.STRING)
    private @Nullable EnterpriseRole role;

    private LocalDate occurredOn;

    @SuppressWarnings("NullAway.Init")
    protected RecordedVisit() {}

    /** That someone inspected the unit from one day to another; in this role, if one is given. */
    static Predicate between(
            LocalDate from,
            @Nullable LocalDate by,
            @Nullable EnterpriseRole in,
            Root<EnterpriseLine> unit,
            CriteriaQuery<?> query,
            CriteriaBuilder criteria) {
        Subquery<Integer> visits = query.subquery(Integer.class);
        Root<RecordedVisit> visit = visits.from(RecordedVisit.class);
        List<Predicate> all = new ArrayList<>();
        all.add(criteria.equal(visit.get("enterpriseId"), unit.get("id")));
        all.add(criteria.greaterThanOrEqualTo(visit.get("occurredOn"), from));
        if (by != null) {
            all.add(criteria.lessThanOrEqualTo(visit.get("occurredOn"), by));
        }
        if (in != null) {
            all.add(criteria.equal(visit.get("role"), in));
        }
        visits.select(criteria.literal(1)).where(all.toArray(Predicate[]::new));
        return criteria.exists(visits);
    }
}
