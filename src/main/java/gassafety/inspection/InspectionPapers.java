package gassafety.inspection;

import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The signed records of a unit as they are printed. */
@Component
class InspectionPapers implements UnitPapers {

    private final InspectionRecords records;
    private final Sheets sheets;
    private final VisitLists visit;
    private final RecordPaper paper;
    private final Instance instance;

    InspectionPapers(InspectionRecords records, Sheets sheets, VisitLists visit, RecordPaper paper, Instance instance) {
        this.records = records;
        this.sheets = sheets;
        this.visit = visit;
        this.paper = paper;
        this.instance = instance;
    }

    @Override
    public String folder() {
        return "1 监督检查记录";
    }

    @Override
    public void each(long enterpriseId, Caller caller, Sink sink) throws IOException {
        if (!caller.scope().reads(RecordKind.INSPECTIONS)) {
            return;
        }
        List<Long> signed = new ArrayList<>();
        records.each(InspectionFilter.ofUnit(enterpriseId), caller.scope(), InspectionFilter.NEWEST, inspection -> {
            if (inspection.getStatus().isComplete()) {
                signed.add(inspection.getId());
            }
        });
        for (long id : signed) {
            Sheet sheet = sheets.require(id, caller.scope());
            Inspection inspection = sheet.inspection();
            byte[] pdf = paper.print(sheet, visit.others(inspection, caller.scope()), instance.address());
            sink.put(PrintController.name(inspection) + ".pdf", out -> out.write(pdf));
        }
    }
}
