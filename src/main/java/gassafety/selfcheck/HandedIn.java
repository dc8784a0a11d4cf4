package gassafety.selfcheck;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many units have checked themselves. */
@Service
public class HandedIn {

    private final JdbcClient jdbc;

    HandedIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How many units in the charge of offices at a path or below it handed in a self-check that was not sent back, each
     * once.
     *
     * @param roles names of the kinds of units that the lists are for
     */
    @Transactional(readOnly = true)
    public long units(String path, Collection<String> roles, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select count(distinct s.enterprise_id) from self_check s join checklist c on c.id = s.checklist_id
                        where s.charge_path like :path and s.submitted_on between :from and :to and c.role in (:roles)
                        """)
                .param("path", path + "%")
                .param("from", from)
                .param("to", to)
                .param("roles", roles)
                .query(Long.class)
                .single();
    }
}
