package gassafety.inspection;

import gassafety.checklist.Checklists;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far unfinished inspections are, for lists: 38/52. */
@Component
class Progress {

    private final JdbcClient jdbc;
    private final Checklists checklists;

    Progress(JdbcClient jdbc, Checklists checklists) {
        this.jdbc = jdbc;
        this.checklists = checklists;
    }

    /** By id; those that no longer take answers have no entry. */
    Map<Long, String> of(List<Inspection> inspections) {
        List<Inspection> open = inspections.stream()
                .filter(inspection -> inspection.getStatus().isTakingAnswers())
                .toList();
        Map<Long, String> progress = new HashMap<>();
        if (open.isEmpty()) {
            return progress;
        }
        Map<Long, Integer> answered = new HashMap<>();
        jdbc.sql("select inspection_id, count(distinct position) as answered from inspection_answer"
                        + " where inspection_id = any(:ids) and stands and verdict is not null group by inspection_id")
                .param("ids", open.stream().map(Inspection::getId).toArray(Long[]::new))
                .query(row -> {
                    answered.put(row.getLong("inspection_id"), row.getInt("answered"));
                });
        open.forEach(inspection -> progress.put(
                inspection.getId(),
                answered.getOrDefault(inspection.getId(), 0) + "/"
                        + checklists
                                .edition(inspection.getChecklistId())
                                .items()
                                .size()));
        return progress;
    }
}
