package gassafety.hazard;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 挂牌督办, beside a hazard until it is gone. */
@Component
class SupervisedMarks implements HazardMarks {

    private final JdbcClient jdbc;

    SupervisedMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Long, String> marks(Collection<Long> hazardIds) {
        Map<Long, String> marks = new HashMap<>();
        jdbc.sql("select id from hazard where id in (:ids) and supervised_until is not null and open")
                .param("ids", hazardIds)
                .query(row -> {
                    marks.put(row.getLong("id"), "挂牌督办");
                });
        return marks;
    }
}
