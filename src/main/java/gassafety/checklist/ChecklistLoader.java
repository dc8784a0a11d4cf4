package gassafety.checklist;

import gassafety.forms.FormFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the lists of {@code forms/checklists.csv} into the tables; an edition that is there already is left alone. */
@Component
class ChecklistLoader {

    private final JdbcClient jdbc;

    ChecklistLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void load() {
        for (CSVRecord list : FormFile.rows("checklists.csv")) {
            List<CSVRecord> items = itemsOf(list);
            insert(list, items.get(0)).ifPresent(id -> items.forEach(item -> insert(id, list, item)));
        }
    }

    /** The official lists have a file each; the derived ones share one and are told apart by their code. */
    private static List<CSVRecord> itemsOf(CSVRecord list) {
        return FormFile.rows(list.get("file")).stream()
                .filter(item ->
                        !item.isMapped("checklist") || item.get("checklist").equals(list.get("code")))
                .toList();
    }

    private Optional<Long> insert(CSVRecord list, CSVRecord firstItem) {
        boolean derived = firstItem.isMapped("title");
        return jdbc.sql("""
                        insert into checklist (code, edition, title, kind, role, field, derived, valid_from)
                        values (:code, :edition, :title, :kind, :role, :field, :derived, :validFrom)
                        on conflict (code, edition) do nothing
                        returning id
                        """)
                .param("code", list.get("code"))
                .param("edition", Integer.valueOf(list.get("edition")))
                .param("title", derived ? firstItem.get("title") : PrintedText.of(list.get("printed_form"), "title"))
                .param("kind", list.get("kind"))
                .param("role", list.get("enterprise_role"))
                .param("field", list.get("field"))
                .param("derived", derived)
                .param("validFrom", LocalDate.parse(list.get("valid_from")))
                .query(Long.class)
                .optional();
    }

    private void insert(long checklistId, CSVRecord list, CSVRecord item) {
        AnswerMeaning meaning = AnswerMeaning.of(list.get("code"), item.get("position"));
        jdbc.sql("""
                        insert into checklist_item (checklist_id, position, printed_no, category, content,
                            compliant_means, noncompliant_means, also_ask)
                        values (:list, :position, :printedNo, :category, :content, :compliant, :noncompliant, :alsoAsk)
                        """)
                .param("list", checklistId)
                .param("position", Integer.valueOf(item.get("position")))
                .param("printedNo", item.get(item.isMapped("printed_no") ? "printed_no" : "position"))
                .param("category", item.get("category"))
                .param("content", item.get("content"))
                .param("compliant", meaning.compliant())
                .param("noncompliant", meaning.noncompliant())
                .param("alsoAsk", meaning.alsoAsk().toArray(String[]::new))
                .update();
        correspondsTo(list, item).forEach(position -> insert(checklistId, list, item, position));
    }

    private static List<String> correspondsTo(CSVRecord list, CSVRecord item) {
        String column = list.get("crosswalk_column");
        return column.isEmpty() ? List.of() : FormFile.split(item.get(column), "[ ;]");
    }

    private void insert(long checklistId, CSVRecord list, CSVRecord item, String inspectionPosition) {
        jdbc.sql("""
                        insert into checklist_crosswalk (self_check_id, self_check_position, inspection_id,
                            inspection_position)
                        select :list, :position, id, :inspectionPosition from checklist
                        where code = :compared and edition = :edition
                        """)
                .param("list", checklistId)
                .param("position", Integer.valueOf(item.get("position")))
                .param("inspectionPosition", Integer.valueOf(inspectionPosition))
                .param("compared", list.get("compared_with"))
                .param("edition", Integer.valueOf(list.get("compared_edition")))
                .update();
    }
}
