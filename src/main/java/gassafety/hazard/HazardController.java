package gassafety.hazard;

import gassafety.desk.Slots;
import gassafety.document.WordDocument;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one hazard, the pane that shows it beside the list, and its photos. */
@Controller
@Reads(RecordKind.HAZARDS)
class HazardController {

    private final HazardPages pages;
    private final MajorReports reports;
    private final Slots slots;

    HazardController(HazardPages pages, MajorReports reports, Slots slots) {
        this.pages = pages;
        this.reports = reports;
        this.slots = slots;
    }

    @GetMapping("/hazards/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        model.addAttribute("page", pages.page(id, caller));
        model.addAttribute("sections", slots.sections("hazards", id, caller));
        return "hazard/record";
    }

    @GetMapping("/hazards/{id}/preview")
    String preview(@PathVariable long id, Caller caller, Model model) {
        model.addAttribute("page", pages.page(id, caller));
        return "hazard/preview :: preview";
    }

    @GetMapping("/hazards/{id}/major-report.docx")
    ResponseEntity<byte[]> report(@PathVariable long id, Caller caller) {
        Hazard hazard = pages.require(id, caller);
        if (!caller.isStaff()) {
            throw new Forbidden("重大隐患报告由监管单位编写。");
        }
        if (hazard.getLevel() != HazardLevel.MAJOR) {
            throw new NotFound();
        }
        return WordDocument.answer("重大事故隐患报告-" + hazard.getNumber() + ".docx", reports.word(hazard, caller));
    }

    @GetMapping("/hazards/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable long file, Caller caller) {
        return pages.file(id, file, caller).answer();
    }
}
