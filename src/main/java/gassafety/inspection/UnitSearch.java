package gassafety.inspection;

import gassafety.office.Scope;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds a unit to inspect by any fragment of its name, credit code or address. */
@Component
class UnitSearch {

    private static final int MOST = 20;

    private final JdbcClient jdbc;

    UnitSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that was found. */
    record Found(long id, String name, String creditCode, String address) {}

    List<Found> find(String fragment, Scope scope) {
        if (fragment.isEmpty() || scope.officePath() == null) {
            return List.of();
        }
        return jdbc.sql("""
                        select id, name, credit_code, address from enterprise
                        where (name ilike :like or credit_code ilike :like or address ilike :like)
                          and (office_path like :scope or charge_path like :scope)
                        order by name, id limit :most
                        """)
                .param(
                        "like",
                        "%" + fragment.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("scope", scope.officePath() + "%")
                .param("most", MOST)
                .query(Found.class)
                .list();
    }
}
