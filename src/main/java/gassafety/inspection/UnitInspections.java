package gassafety.inspection;

import gassafety.desk.RecordSlot;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** The inspections of a unit on the unit's page. */
@Component
class UnitInspections implements RecordSlot {

    private static final int LATEST = 10;
    private static final int ORDER = 20;

    private final InspectionRecords records;

    UnitInspections(InspectionRecords records) {
        this.records = records;
    }

    @Override
    public String page() {
        return "enterprises";
    }

    @Override
    public List<Section> sections(long id, Caller caller) {
        if (!caller.scope().reads(RecordKind.INSPECTIONS)) {
            return List.of();
        }
        List<Row> rows =
                records.page(InspectionFilter.ofUnit(id), caller.scope(), 1, LATEST, InspectionFilter.NEWEST).stream()
                        .map(UnitInspections::row)
                        .toList();
        List<Action> actions = Inspections.mayInspect(caller)
                ? List.of(new Action("开始检查", "/inspections/new?enterprise=" + id))
                : List.of();
        return List.of(new Section(ORDER, "监督检查", "还没有检查记录。", rows, actions));
    }

    private static Row row(Inspection inspection) {
        Integer findings = inspection.getFindings();
        return new Row(
                inspection.getVisitDay() + " " + inspection.getChecklistTitle(),
                "/inspections/" + inspection.getId(),
                (inspection.getVisitNumber() == null ? "" : "第 " + inspection.getVisitNumber() + " 次检查 · ")
                        + inspection.getInspectorNames()
                        + (findings == null ? "" : " · 发现问题 " + findings + " 项"),
                inspection.getStatus().getLabel(),
                inspection.getStatus().getTone());
    }
}
