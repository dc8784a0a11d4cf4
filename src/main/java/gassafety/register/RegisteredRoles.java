package gassafety.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many units of a kind an area has. */
@Component
public class RegisteredRoles {

    private final JdbcClient jdbc;

    RegisteredRoles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units ever registered with any of these roles, in the charge of the office of this path or below it. */
    @Transactional(readOnly = true)
    public long count(String officePath, List<EnterpriseRole> roles) {
        return jdbc.sql("""
                        select count(distinct enterprise_id)
                        from enterprise_role join enterprise on enterprise.id = enterprise_id
                        where role in (:roles) and charge_path like :path
                        """)
                .param("roles", roles.stream().map(Enum::name).toList())
                .param("path", officePath + "%")
                .query(Long.class)
                .single();
    }
}
