package gassafety.inspection;

import gassafety.calendar.Today;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of inspections, as a page and as a workbook. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class InspectionListController {

    static final ListWorkbook<Inspection> WORKBOOK = new ListWorkbook<>(
            "监督检查",
            List.of(
                    new Column<>("单位名称", 30, Inspection::getUnitName),
                    new Column<>("统一社会信用代码", 22, Inspection::getUnitCreditCode),
                    new Column<>("检查表", 36, Inspection::getChecklistTitle),
                    new Column<>("检查日期", 12, Inspection::getVisitDay),
                    new Column<>("检查人员", 20, Inspection::getInspectorNames),
                    new Column<>("检查单位", 16, Inspection::getOfficeName),
                    new Column<>("状态", 12, inspection -> inspection.getStatus().getLabel()),
                    new Column<>("发现问题", 10, Inspection::getFindings)));

    private final InspectionRecords records;
    private final Checklists checklists;
    private final Progress progress;
    private final Today today;

    InspectionListController(InspectionRecords records, Checklists checklists, Progress progress, Today today) {
        this.records = records;
        this.checklists = checklists;
        this.progress = progress;
        this.today = today;
    }

    @GetMapping("/inspections")
    String list(
            @RequestParam @Nullable String page,
            InspectionFilter filter,
            Caller caller,
            Scope scope,
            Model model,
            HttpServletResponse response) {
        Map<String, String> titles = titles();
        Map<String, String> problems = filter.problems(titles.keySet());
        model.addAttribute("filter", filter);
        model.addAttribute("wrong", problems);
        model.addAttribute("statuses", InspectionStatus.values());
        model.addAttribute("lists", titles);
        model.addAttribute("blanks", checklists.all(today.day()));
        model.addAttribute("mayInspect", Inspections.mayInspect(caller));
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "inspection/list";
        }
        Page<Inspection> shown = records.page(
                filter.specification(caller), scope, Pages.number(page), Pages.SIZE, InspectionFilter.NEWEST);
        model.addAttribute("inspections", shown.getContent());
        model.addAttribute("progress", progress.of(shown.getContent()));
        model.addAttribute("bar", Pages.bar(shown));
        return "inspection/list";
    }

    @GetMapping("/inspections.xlsx")
    void workbook(InspectionFilter filter, Caller caller, Scope scope, HttpServletResponse response)
            throws IOException {
        filter.problems(titles().keySet()).forEach((field, message) -> {
            throw new Refusal(field, message);
        });
        WORKBOOK.send(response, row -> records.each(filter.specification(caller), scope, InspectionFilter.NEWEST, row));
    }

    private Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        for (Checklist list : checklists.inspectionLists(today.day())) {
            titles.put(list.code(), list.title());
        }
        return titles;
    }
}
