package gassafety.office;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see: the kinds of record, and among them those of an office and the offices below it, or those of
 * one enterprise. A record is read by the office that made it, the office now in charge of the unit, and those above
 * either.
 *
 * @param officePath path prefix of the offices read, or null when no office's records are read
 * @param enterpriseId the enterprise whose own records are read, or null
 */
public record Scope(
        Set<RecordKind> kinds,
        @Nullable String officePath,
        @Nullable Long enterpriseId) {

    public Scope {
        kinds = Set.copyOf(kinds);
    }

    /** Whether lists and records of this kind are open to the caller at all; outside it the answer is 403. */
    public boolean reads(RecordKind kind) {
        return kinds.contains(kind);
    }

    /** Whether the caller is an enterprise that reads only its own records. */
    public boolean isEnterprise() {
        return enterpriseId != null;
    }

    /** Whether the office of this path is the caller's or below it. */
    public boolean covers(String path) {
        return officePath != null && path.startsWith(officePath);
    }

    /** Whether a record in this custody is within the scope; the same rule as {@link #predicate}. */
    public boolean covers(Custody custody) {
        if (enterpriseId != null) {
            return enterpriseId.equals(custody.getEnterpriseId()) && custody.isShownToUnit();
        }
        return covers(custody.getOfficePath()) || covers(custody.getChargePath());
    }

    /** The same rule over the columns of a {@link Custody}, for queries. */
    Predicate predicate(Path<?> custody, CriteriaBuilder criteria) {
        if (enterpriseId != null) {
            return criteria.and(
                    criteria.equal(custody.get("enterpriseId"), enterpriseId),
                    criteria.isTrue(custody.get("shownToUnit")));
        }
        if (officePath == null) {
            return criteria.disjunction();
        }
        String prefix = officePath + "%";
        return criteria.or(
                criteria.like(custody.get("officePath"), prefix), criteria.like(custody.get("chargePath"), prefix));
    }
}
