package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.RecordKind;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** The desk's part of inspections: unfinished records of mine, and what a 所 inspects today. */
@Component
class InspectionPanel implements DeskPanel {

    private static final int MOST = 20;

    private final InspectionRecords records;
    private final Today today;

    InspectionPanel(InspectionRecords records, Today today) {
        this.records = records;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        if (!Inspections.mayInspect(caller)) {
            return Tasks.NONE;
        }
        Specification<Inspection> mine = new InspectionFilter("", "", "", "", "true")
                .specification(caller)
                .and(unfinished());
        Page<Task> first = records.page(mine, caller.scope(), 1, most, Sort.by("visitDay", "id"))
                .map(inspection -> new Task(
                        inspection.getStatus().isTakingAnswers() ? "填写检查记录" : "检查记录签字",
                        inspection.getUnitName() + "（" + inspection.getVisitDay() + "，" + inspection.getRoleLabel()
                                + "）",
                        inspection.getStatus().isTakingAnswers()
                                ? "/inspections/" + inspection.getId()
                                : "/inspections/" + inspection.getId() + "/review",
                        null,
                        0));
        return new Tasks(first.getContent(), first.getTotalElements(), false);
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (desk.getKind() != OfficeKind.FIELD_OFFICE
                || caller.scope().isEnterprise()
                || !caller.scope().reads(RecordKind.INSPECTIONS)) {
            return List.of();
        }
        LocalDate day = today.day();
        Specification<Inspection> ofToday = new InspectionFilter("", "", "", day.toString(), "").specification(caller);
        Page<Inspection> shown = records.page(ofToday, caller.scope(), 1, MOST, InspectionFilter.NEWEST);
        return List.of(new DeskBlock(
                30,
                "今天的检查",
                shown.isEmpty() ? null : String.valueOf(shown.getTotalElements()),
                shown.isEmpty() ? "今天还没有开始检查。" : "次",
                "/inspections?day=" + day,
                shown.stream().map(InspectionPanel::line).toList()));
    }

    private static DeskBlock.Line line(Inspection inspection) {
        return new DeskBlock.Line(
                inspection.getUnitName(),
                inspection.getInspectorNames(),
                inspection.getStatus().getLabel(),
                "/inspections/" + inspection.getId(),
                false);
    }

    private static Specification<Inspection> unfinished() {
        return (inspection, query, criteria) ->
                inspection.get("status").in(InspectionStatus.IN_PROGRESS, InspectionStatus.TO_SIGN);
    }
}
