package gassafety.hazard;

import gassafety.desk.RecordSlot;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The same item of the same unit found bad again within 12 months (domain: suggests a case). Derived whenever it is asked
 * for, so that a hazard voided later makes no recurrence.
 */
@Component
class Recurrences implements RecordSlot {

    private static final int ORDER = 15;
    private static final int MOST = 10;

    /** What {@code e} must be to {@code h}. */
    private static final String EARLIER = """
            h.checklist_code <> '' and h.printed_no <> '' and h.state <> 'VOIDED'
                and e.enterprise_id = h.enterprise_id and e.checklist_code = h.checklist_code
                and e.printed_no = h.printed_no and e.item = h.item and e.id <> h.id and e.state <> 'VOIDED'
                and e.found_on < h.found_on and e.found_on >= h.found_on - interval '12 months'
            """;

    private final JdbcClient jdbc;

    Recurrences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String page() {
        return "hazards";
    }

    @Override
    public List<Section> sections(long id, Caller caller) {
        String path = caller.scope().officePath();
        if (path == null) {
            return List.of();
        }
        List<Row> rows = jdbc.sql(
                        "select e.id, e.number, e.problem, e.found_on, e.state from hazard h cross join hazard e"
                                + " where h.id = :id and (starts_with(e.office_path, :path) or starts_with(e.charge_path, :path))"
                                + " and " + EARLIER + " order by e.found_on desc, e.id desc limit :most")
                .param("id", id)
                .param("path", path)
                .param("most", MOST)
                .query((row, number) -> {
                    HazardState state = HazardState.valueOf(row.getString("state"));
                    return new Row(
                            row.getString("number") + " " + row.getString("problem"),
                            SourceKind.HAZARD.address(row.getLong("id")),
                            row.getDate("found_on").toLocalDate() + " 发现",
                            state.getLabel(),
                            state.getTone());
                })
                .list();
        return rows.isEmpty() ? List.of() : List.of(new Section(ORDER, "同一项目 12 个月内再次发生，建议立案查处", "", rows, List.of()));
    }
}
