package gassafety.inspection;

import gassafety.desk.OfficePapers;
import gassafety.desk.PaperSink;
import gassafety.desk.UnitPapers;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.Refusal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** The signed records of a unit or of an office as they are printed. */
@Component
class InspectionPapers implements UnitPapers, OfficePapers {

    /** Printing takes a tenth of a second each. */
    private static final int MOST = 500;

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
    public void each(long enterpriseId, Caller caller, PaperSink sink) throws IOException {
        if (!caller.scope().reads(RecordKind.INSPECTIONS)) {
            return;
        }
        print(signed(InspectionFilter.ofUnit(enterpriseId), caller.scope()), caller.scope(), sink);
    }

    /** @throws Refusal when there are more than {@value #MOST} */
    @Override
    public void each(Request request, PaperSink sink) throws IOException {
        Scope scope = request.scope();
        if (!scope.reads(RecordKind.INSPECTIONS)) {
            return;
        }
        Specification<Inspection> between = InspectionFilter.between(request.from(), request.to());
        sink.put(
                "监督检查.xlsx",
                out -> InspectionListController.WORKBOOK.write(
                        out, row -> records.each(between, scope, InspectionFilter.NEWEST, row)));
        List<Long> signed = signed(between, scope);
        if (signed.size() > MOST) {
            throw new Refusal("from", "这段时间有 " + signed.size() + " 份签字的检查记录，超过 " + MOST + " 份，请缩短时间，或者按下级单位分别下载。");
        }
        print(signed, scope, sink);
    }

    private List<Long> signed(Specification<Inspection> wanted, Scope scope) {
        List<Long> signed = new ArrayList<>();
        records.each(wanted, scope, InspectionFilter.NEWEST, inspection -> {
            if (inspection.getStatus().isComplete()) {
                signed.add(inspection.getId());
            }
        });
        return signed;
    }

    private void print(List<Long> ids, Scope scope, PaperSink sink) throws IOException {
        for (long id : ids) {
            Sheet sheet = sheets.require(id, scope);
            Inspection inspection = sheet.inspection();
            byte[] pdf = paper.print(sheet, visit.others(inspection, scope), instance.address());
            sink.put(PrintController.name(inspection) + ".pdf", out -> out.write(pdf));
        }
    }
}
