package gassafety.hazard;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules by which a hazard is determined to be major, in the editions that are in force on a day. */
@Component
class Criteria {

    private final JdbcClient jdbc;

    Criteria(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param name its code
     * @param label its title as it is cited
     */
    record Criterion(String name, String label) {

        public String getLabel() {
            return label;
        }
    }

    List<Criterion> inForce(LocalDate day) {
        return jdbc.sql("""
                        select code as name, title as label from major_criterion
                        where valid_from <= :day and (valid_to is null or valid_to >= :day)
                        order by valid_from, code
                        """).param("day", day).query(Criterion.class).list();
    }

    Optional<Criterion> inForce(LocalDate day, String code) {
        return inForce(day).stream()
                .filter(criterion -> criterion.name().equals(code))
                .findFirst();
    }
}
