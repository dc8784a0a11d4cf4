package gassafety.hazard;

import gassafety.web.Labelled;
import org.springframework.data.jpa.domain.Specification;

/** What hazards came to, as the board of 动态清零 counts them; what was entered by mistake (误登) is in none. */
public enum LedgerResult implements Labelled {
    FOUND("登记（误登不算）"),
    ON_THE_SPOT("立行立改后销号"),
    IN_TIME("按期整改后销号"),
    LATE("逾期整改后销号"),
    ENDED("终止或移送"),
    EXTENDED("批准过延期");

    private final String label;

    LedgerResult(String label) {
        this.label = label;
    }

    @Override
    public String getLabel() {
        return label;
    }

    Specification<Hazard> on() {
        return switch (this) {
            case FOUND -> found();
            case ON_THE_SPOT ->
                Waiting.in(HazardState.CLOSED)
                        .and((hazard, query, criteria) -> criteria.isTrue(hazard.get("onTheSpot")));
            case IN_TIME ->
                afterATerm()
                        .and((hazard, query, criteria) -> criteria.or(
                                criteria.isNull(hazard.get("due")),
                                criteria.lessThanOrEqualTo(hazard.get("reportedOn"), hazard.get("due"))));
            case LATE ->
                afterATerm()
                        .and((hazard, query, criteria) ->
                                criteria.greaterThan(hazard.get("reportedOn"), hazard.get("due")));
            case ENDED -> Waiting.in(HazardState.TERMINATED).or(Waiting.in(HazardState.TRANSFERRED));
            case EXTENDED ->
                found().and((hazard, query, criteria) -> criteria.greaterThan(hazard.get("extensions"), 0));
        };
    }

    private static Specification<Hazard> found() {
        return (hazard, query, criteria) -> criteria.notEqual(hazard.get("state"), HazardState.VOIDED);
    }

    private static Specification<Hazard> afterATerm() {
        return Waiting.in(HazardState.CLOSED)
                .and((hazard, query, criteria) -> criteria.isFalse(hazard.get("onTheSpot")));
    }
}
