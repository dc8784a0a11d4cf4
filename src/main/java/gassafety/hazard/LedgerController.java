package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.checklist.Checklists;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 隐患台账: the list, and the same list as a workbook. */
@Controller
@Reads(RecordKind.HAZARDS)
class LedgerController {

    private static final List<SourceKind> SOURCES =
            List.of(SourceKind.INSPECTION, SourceKind.SAMPLING, SourceKind.LEAD);

    private static final ListWorkbook<LedgerRow> WORKBOOK = new ListWorkbook<>(
            "隐患台账",
            List.of(
                    new Column<>("编号", 18, row -> row.hazard().getNumber()),
                    new Column<>("级别", 10, row -> row.hazard().getLevel().getLabel()),
                    new Column<>("状态", 14, LedgerRow::word),
                    new Column<>("逾期工作日", 11, LedgerRow::late),
                    new Column<>("问题", 44, row -> row.hazard().getProblem()),
                    new Column<>("单位", 30, row -> row.hazard().getEnterpriseName()),
                    new Column<>("检查表", 24, row -> row.hazard().getOrigin().getLineText()),
                    new Column<>("检查内容", 44, row -> row.hazard().getOrigin().getItem()),
                    new Column<>("发现日期", 12, row -> row.hazard().getOrigin().getFoundOn()),
                    new Column<>("检查人员", 20, row -> row.hazard().getOrigin().getFoundBy()),
                    new Column<>("整改责任人", 20, row -> row.hazard().getResponsible()),
                    new Column<>("整改时限", 12, row -> row.hazard().getDue()),
                    new Column<>("管控措施", 36, row -> row.hazard().getMeasure()),
                    new Column<>("报告整改", 12, row -> row.hazard().getReportedOn()),
                    new Column<>("复查不合格次数", 14, row -> row.hazard().getFailedRechecks()),
                    new Column<>("延期次数", 10, row -> row.hazard().getExtensions()),
                    new Column<>("上报文号", 20, row -> row.hazard().getReportNumber()),
                    new Column<>("销号或结束", 12, row -> row.hazard().getEndedOn())));

    private final Ledger ledger;
    private final Checklists checklists;
    private final Today today;

    LedgerController(Ledger ledger, Checklists checklists, Today today) {
        this.ledger = ledger;
        this.checklists = checklists;
        this.today = today;
    }

    @GetMapping("/hazards")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        LedgerFilter filter = ledger.filter(sent, caller);
        Page<LedgerRow> page = ledger.page(filter, caller, Pages.number(sent.get("page")), Pages.SIZE);
        model.addAttribute("rows", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("filter", filter);
        model.addAttribute("figures", ledger.figures(filter, caller));
        model.addAttribute("workbook", filter.address("/hazards.xlsx"));
        model.addAttribute("offices", ledger.offices(caller));
        model.addAttribute("sources", SOURCES);
        model.addAttribute("lists", checklists.inspectionLists(today.day()));
        model.addAttribute("states", HazardState.values());
        model.addAttribute("levels", HazardLevel.values());
        model.addAttribute("sorts", LedgerSort.values());
        return "hazard/ledger";
    }

    @GetMapping("/hazards.xlsx")
    void workbook(@RequestParam Map<String, String> sent, Caller caller, HttpServletResponse response)
            throws IOException {
        LedgerFilter filter = ledger.filter(sent, caller);
        WORKBOOK.send(response, row -> ledger.each(filter, caller, row));
    }
}
