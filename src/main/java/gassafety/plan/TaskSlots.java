package gassafety.plan;

import gassafety.desk.RecordSlot;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;

/** Tasks on the page of their unit and of the inspection that fulfils them; the unit itself never sees them. */
@Configuration
class TaskSlots {

    private static final int ORDER = 15;
    private static final int LATEST = 10;

    @Bean
    RecordSlot tasksOfUnit(InspectionTasks tasks) {
        return new Slot(
                "enterprises",
                tasks,
                id -> (task, query, criteria) ->
                        criteria.equal(task.get("custody").get("enterpriseId"), id));
    }

    @Bean
    RecordSlot tasksOfInspection(InspectionTasks tasks) {
        return new Slot(
                "inspections", tasks, id -> (task, query, criteria) -> criteria.equal(task.get("fulfilledBy"), id));
    }

    /** Which tasks belong to a record. */
    private interface Belonging {
        Specification<InspectionTask> to(long id);
    }

    private record Slot(String page, InspectionTasks tasks, Belonging belonging) implements RecordSlot {

        @Override
        public List<Section> sections(long id, Caller caller) {
            if (!caller.isStaff() || !caller.scope().reads(RecordKind.INSPECTIONS)) {
                return List.of();
            }
            List<Row> rows =
                    tasks.page(belonging.to(id), caller.scope(), 1, LATEST, Sort.by(Sort.Direction.DESC, "id")).stream()
                            .map(Slot::row)
                            .toList();
            return rows.isEmpty() ? List.of() : List.of(new Section(ORDER, "检查任务", "", rows, List.of()));
        }

        private static Row row(InspectionTask task) {
            return new Row(
                    task.getPlanTitle(),
                    task.getAddress(),
                    task.getPerformerName() + (task.getAssigneeNames().isEmpty() ? "" : " " + task.getAssigneeNames())
                            + "，" + task.getDue() + " 前",
                    task.getState().getLabel(),
                    task.getState().getTone());
        }
    }
}
