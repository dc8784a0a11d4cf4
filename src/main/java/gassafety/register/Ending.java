package gassafety.register;

import gassafety.web.Labelled;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.time.LocalDate;

/** What of a unit ends soon or has ended already: the units for which it ends by a day. */
enum Ending implements Labelled {
    LICENCE("充装许可证") {
        @Override
        Predicate by(LocalDate day, Root<EnterpriseLine> unit, CriteriaQuery<?> query, CriteriaBuilder criteria) {
            return criteria.and(
                    criteria.notEqual(unit.get("licenceNumber"), ""),
                    criteria.lessThanOrEqualTo(unit.get("licenceValidTo"), day));
        }
    },
    CERTIFICATE("作业人员证") {
        @Override
        Predicate by(LocalDate day, Root<EnterpriseLine> unit, CriteriaQuery<?> query, CriteriaBuilder criteria) {
            Subquery<Long> holders = query.subquery(Long.class);
            Root<Person> person = holders.from(Person.class);
            Expression<LocalDate> end = person.get("details").get("certificateValidTo");
            holders.select(person.get("enterpriseId"))
                    .where(
                            criteria.isNull(person.get("leftOn")),
                            criteria.notEqual(person.get("details").get("certificateNumber"), ""),
                            criteria.lessThanOrEqualTo(end, day));
            return unit.get("id").in(holders);
        }
    },
    TANK("储罐定期检验") {
        @Override
        Predicate by(LocalDate day, Root<EnterpriseLine> unit, CriteriaQuery<?> query, CriteriaBuilder criteria) {
            Subquery<Long> owners = query.subquery(Long.class);
            Root<Tank> tank = owners.from(Tank.class);
            Expression<LocalDate> end = tank.get("details").get("inspectionValidTo");
            owners.select(tank.get("enterpriseId"))
                    .where(criteria.isNull(tank.get("retiredOn")), criteria.lessThanOrEqualTo(end, day));
            return unit.get("id").in(owners);
        }
    };

    /** What ends within this many days is shown before it ends. */
    static final int DAYS = 60;

    private final String what;

    Ending(String what) {
        this.what = what;
    }

    abstract Predicate by(LocalDate day, Root<EnterpriseLine> unit, CriteriaQuery<?> query, CriteriaBuilder criteria);

    /** What ends: 充装许可证. */
    public String what() {
        return what;
    }

    @Override
    public String getLabel() {
        return what + " " + DAYS + " 日内到期";
    }
}
