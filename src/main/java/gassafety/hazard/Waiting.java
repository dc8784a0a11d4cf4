package gassafety.hazard;

import gassafety.office.Caller;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;

/** The hazards that wait for one kind of act; {@link WhoMay} says for whose. */
final class Waiting {

    private Waiting() {}

    static Specification<Hazard> in(HazardState state) {
        return (hazard, query, criteria) -> criteria.equal(hazard.get("state"), state);
    }

    static Specification<Hazard> of(HazardLevel level) {
        return (hazard, query, criteria) -> criteria.equal(hazard.get("level"), level);
    }

    /** Those that nobody reported yet. */
    static Specification<Hazard> unreported() {
        return (hazard, query, criteria) ->
                hazard.get("state").in(List.of(HazardState.ON_THE_SPOT, HazardState.RECTIFYING));
    }

    /** Those whose term counts, because no longer one has been asked for in time. */
    static Specification<Hazard> termRunning() {
        return unreported().and((hazard, query, criteria) -> criteria.isNull(hazard.get("extensionById")));
    }

    static Specification<Hazard> recheck(Caller caller) {
        return in(HazardState.AWAITING_RECHECK)
                .and((hazard, query, criteria) -> criteria.and(
                        criteria.isNull(hazard.get("recheckerId")), isNot(caller, "reporterId", hazard, criteria)));
    }

    static Specification<Hazard> countersignature(Caller caller) {
        return in(HazardState.AWAITING_RECHECK)
                .and((hazard, query, criteria) -> criteria.and(
                        criteria.isNotNull(hazard.get("recheckerId")),
                        criteria.notEqual(hazard.get("recheckerId"), caller.accountId()),
                        isNot(caller, "reporterId", hazard, criteria)));
    }

    static Specification<Hazard> closureByChief() {
        return in(HazardState.AWAITING_CLOSURE)
                .and((hazard, query, criteria) -> criteria.notEqual(hazard.get("level"), HazardLevel.PROPOSED_MAJOR));
    }

    static Specification<Hazard> closureBySection() {
        return in(HazardState.AWAITING_SECTION)
                .and((hazard, query, criteria) -> criteria.isNotNull(hazard.get("reportNumber")));
    }

    static Specification<Hazard> readingOfExtension() {
        return (hazard, query, criteria) -> criteria.isTrue(hazard.get("extensionToRead"));
    }

    static Specification<Hazard> lifting() {
        return in(HazardState.CLOSED)
                .and(of(HazardLevel.MAJOR))
                .and((hazard, query, criteria) -> criteria.and(
                        criteria.isNotNull(hazard.get("reportNumber")), criteria.isNull(hazard.get("liftedOn"))));
    }

    static Specification<Hazard> ending(Caller caller) {
        return (hazard, query, criteria) -> criteria.and(
                criteria.isNotNull(hazard.get("endingById")),
                criteria.notEqual(hazard.get("endingById"), caller.accountId()));
    }

    /** @param byHead those that the county's head decides, else those that the 所长 decides */
    static Specification<Hazard> extension(Caller caller, boolean byHead) {
        return (hazard, query, criteria) -> {
            Predicate general = criteria.and(
                    criteria.equal(hazard.get("level"), HazardLevel.GENERAL),
                    criteria.equal(hazard.get("extensions"), 0));
            return criteria.and(
                    criteria.isNotNull(hazard.get("extensionById")),
                    criteria.notEqual(hazard.get("extensionById"), caller.accountId()),
                    byHead ? criteria.not(general) : general);
        };
    }

    private static Predicate isNot(Caller caller, String person, Root<Hazard> hazard, CriteriaBuilder criteria) {
        return criteria.or(
                criteria.isNull(hazard.get(person)), criteria.notEqual(hazard.get(person), caller.accountId()));
    }
}
