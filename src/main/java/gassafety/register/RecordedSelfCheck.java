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
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That a unit handed in a self-check, which was not sent back. */
@Entity
@Immutable
@Table(name = "enterprise_self_check")
class RecordedSelfCheck {

    @Id
    private long id;

    private long enterpriseId;

    @Enumerated(EnumType.STRING)
    private EnterpriseRole role;

    private LocalDate submittedOn;

    @SuppressWarnings("NullAway.Init")
    protected RecordedSelfCheck() {}

    /** That the unit handed one in on a day or later; in this role, if one is given. */
    static Predicate since(
            LocalDate day,
            @Nullable EnterpriseRole in,
            Root<EnterpriseLine> unit,
            CriteriaQuery<?> query,
            CriteriaBuilder criteria) {
        Subquery<Integer> checks = query.subquery(Integer.class);
        Root<RecordedSelfCheck> check = checks.from(RecordedSelfCheck.class);
        checks.select(criteria.literal(1))
                .where(
                        criteria.equal(check.get("enterpriseId"), unit.get("id")),
                        criteria.greaterThanOrEqualTo(check.get("submittedOn"), day),
                        in == null ? criteria.conjunction() : criteria.equal(check.get("role"), in));
        return criteria.exists(checks);
    }
}
