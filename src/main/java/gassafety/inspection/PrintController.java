package gassafety.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.paper.Form;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is printed of inspections: the record, and blank forms of every list. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class PrintController {

    private final Sheets sheets;
    private final VisitLists visit;
    private final RecordPaper paper;
    private final Checklists checklists;
    private final Today today;
    private final Instance instance;

    PrintController(
            Sheets sheets, VisitLists visit, RecordPaper paper, Checklists checklists, Today today, Instance instance) {
        this.sheets = sheets;
        this.visit = visit;
        this.paper = paper;
        this.checklists = checklists;
        this.today = today;
        this.instance = instance;
    }

    @GetMapping("/inspections/{id}.pdf")
    ResponseEntity<byte[]> record(@PathVariable long id, Caller caller) {
        Sheet sheet = sheets.require(id, caller.scope());
        Inspection inspection = sheet.inspection();
        return pdf(name(inspection), paper.print(sheet, visit.others(inspection, caller.scope()), instance.address()));
    }

    /** @param list code of a list in force today; another is not found */
    @GetMapping("/inspections/blank.pdf")
    ResponseEntity<byte[]> blank(@RequestParam(defaultValue = "") String list) {
        Checklist checklist = checklists.current(list, today.day());
        return pdf(checklist.title() + "（空白）", Form.blank(checklist));
    }

    /** What a printed record is called, without its ending. */
    static String name(Inspection inspection) {
        return inspection.getUnitName() + " " + inspection.getVisitDay() + " 检查记录 " + inspection.getId();
    }

    private static ResponseEntity<byte[]> pdf(String name, byte[] bytes) {
        ContentDisposition shown =
                ContentDisposition.inline().filename(name + ".pdf", UTF_8).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .cacheControl(CacheControl.noStore())
                .body(bytes);
    }
}
