package gassafety.inspection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the visits to a unit in the campaign: 第 n 次检查. The number is given when a visit is signed, so that none is
 * missing and a signed record never changes; one that is entered late comes later. The lists that an office uses at a
 * unit on one day are one visit, as in line 4 of Annex 3.
 */
@Component
class VisitNumbers {

    private final Turns turns;
    private final JdbcClient jdbc;

    VisitNumbers(Turns turns, JdbcClient jdbc) {
        this.turns = turns;
        this.jdbc = jdbc;
    }

    /** The number of the visit that this inspection, which is being signed, belongs to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int give(Inspection inspection) {
        turns.take("visit number " + inspection.getUnitId());
        return expected(inspection);
    }

    /** The number that it gets when it is the next one to be signed. */
    int expected(Inspection inspection) {
        return jdbc.sql("""
                        select coalesce(max(visit_number) filter (where visit_day = :day and office_id = :office),
                            max(visit_number) + 1, 1)
                        from inspection where enterprise_id = :unit
                        """)
                .param("day", inspection.getVisitDay())
                .param("office", inspection.getCustody().getOfficeId())
                .param("unit", inspection.getUnitId())
                .query(Integer.class)
                .single();
    }
}
