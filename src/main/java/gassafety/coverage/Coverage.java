package gassafety.coverage;

import gassafety.office.Office;
import gassafety.register.EnterpriseRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts units and their inspections, whoever inspected, in one grouped pass over the register and the journal. */
@Component
class Coverage {

    private final JdbcClient jdbc;

    Coverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units of one kind that one office is in charge of. */
    record Cell(EnterpriseRole role, String chargePath, Tally tally) {}

    /** All cells of an area; units that are 吊销 or 注销 are not counted. */
    @Transactional(readOnly = true)
    public List<Cell> count(Office area, List<Period> periods) {
        var query = jdbc.sql("""
                select held.role, unit.charge_path, count(*) as books, %s
                from enterprise unit
                    join enterprise_role held on held.enterprise_id = unit.id
                    left join (
                        select enterprise_id, role, %s from enterprise_visit where occurred_on >= :start
                        group by enterprise_id, role) visited
                    on visited.enterprise_id = unit.id and visited.role = held.role
                where unit.status not in ('REVOKED', 'DEREGISTERED') and unit.charge_path like :path
                group by held.role, unit.charge_path
                """.formatted(
                        each(periods, "count(*) filter (where visited.in%1$d) as in%1$d"),
                        each(periods, "bool_or(occurred_on between :from%1$d and :to%1$d) as in%1$d")));
        for (int at = 0; at < periods.size(); at++) {
            Period period = periods.get(at);
            query = query.param("from" + at, period.from())
                    .param("to" + at, period.to() == null ? java.time.LocalDate.of(9999, 1, 1) : period.to());
        }
        query = query.param("start", periods.get(periods.size() - 1).from()).param("path", area.getPath() + "%");
        return query.query((row, number) -> {
                    List<Long> inspected = new ArrayList<>();
                    for (int at = 0; at < periods.size(); at++) {
                        inspected.add(row.getLong("in" + at));
                    }
                    return new Cell(
                            EnterpriseRole.valueOf(row.getString("role")),
                            row.getString("charge_path"),
                            new Tally(row.getLong("books"), inspected));
                })
                .list();
    }

    private static String each(List<Period> periods, String column) {
        return IntStream.range(0, periods.size()).mapToObj(column::formatted).collect(Collectors.joining(", "));
    }
}
