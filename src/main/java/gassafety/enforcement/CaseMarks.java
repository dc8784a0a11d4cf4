package gassafety.enforcement;

import gassafety.hazard.HazardMarks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Marks the hazards for which a case was filed. */
@Component
public class CaseMarks implements HazardMarks {

    private static final String FILED = "已立案";

    private final JdbcClient jdbc;

    CaseMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, String> marks(Collection<Long> hazardIds) {
        Map<Long, String> marks = new HashMap<>();
        if (!hazardIds.isEmpty()) {
            jdbc.sql("""
                            select distinct hazard_id from case_hazard join enforcement_case on id = case_id
                            where hazard_id in (:hazards) and case_number is not null and stage <> 'VOIDED'
                            """)
                    .param("hazards", hazardIds)
                    .query(Long.class)
                    .list()
                    .forEach(hazard -> marks.put(hazard, FILED));
        }
        return marks;
    }
}
