package gassafety.checklist;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the editions back from their tables. */
@Component
class ChecklistTables {

    private final JdbcClient jdbc;

    ChecklistTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Checklist> checklists() {
        Map<Long, List<ChecklistItem>> items = items();
        return jdbc.sql("select * from checklist order by derived, id")
                .query((row, number) -> checklist(row, items))
                .list();
    }

    List<CrosswalkPair> crosswalk(long selfCheckId, LongFunction<Checklist> edition) {
        return jdbc.sql("select * from checklist_crosswalk where self_check_id = :id"
                        + " order by self_check_position, inspection_position")
                .param("id", selfCheckId)
                .query((row, number) -> {
                    Checklist inspection = edition.apply(row.getLong("inspection_id"));
                    return new CrosswalkPair(
                            edition.apply(selfCheckId)
                                    .item(row.getInt("self_check_position"))
                                    .orElseThrow(),
                            inspection,
                            inspection.item(row.getInt("inspection_position")).orElseThrow());
                })
                .list();
    }

    private static Checklist checklist(ResultSet row, Map<Long, List<ChecklistItem>> items) throws SQLException {
        long id = row.getLong("id");
        return new Checklist(
                id,
                row.getString("code"),
                row.getInt("edition"),
                row.getString("title"),
                ChecklistKind.valueOf(row.getString("kind")),
                row.getString("role"),
                Field.valueOf(row.getString("field")),
                row.getBoolean("derived"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                items.getOrDefault(id, List.of()));
    }

    private Map<Long, List<ChecklistItem>> items() {
        Map<Long, List<ChecklistItem>> items = new HashMap<>();
        jdbc.sql("select * from checklist_item order by checklist_id, position").query(row -> {
            items.computeIfAbsent(row.getLong("checklist_id"), id -> new ArrayList<>())
                    .add(item(row));
        });
        return items;
    }

    private static ChecklistItem item(ResultSet row) throws SQLException {
        return new ChecklistItem(
                row.getInt("position"),
                row.getString("printed_no"),
                row.getString("category"),
                row.getString("content"),
                row.getString("compliant_means"),
                row.getString("noncompliant_means"),
                texts(row.getArray("also_ask")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
