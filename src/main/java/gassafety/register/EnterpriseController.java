package gassafety.register;

import gassafety.calendar.Today;
import gassafety.desk.ListActions;
import gassafety.desk.Slots;
import gassafety.journal.Journal;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.office.Scope;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of units and the page of each. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class EnterpriseController {

    private static final int HISTORY = 100;

    static final ListWorkbook<EnterpriseLine> WORKBOOK = new ListWorkbook<>(
            "监管对象",
            List.of(
                    new Column<>("单位名称", 32, EnterpriseLine::getName),
                    new Column<>("统一社会信用代码", 22, EnterpriseLine::getCreditCode),
                    new Column<>("监管类别", 28, EnterpriseLine::getRoleLabels),
                    new Column<>("监管单位", 24, EnterpriseLine::getChargeOfficeName),
                    new Column<>("经营状态", 10, line -> line.getStatus().getLabel()),
                    new Column<>("信用风险等级", 12, EnterpriseLine::getRisk),
                    new Column<>("重点监管", 12, EnterpriseLine::getKeySince),
                    new Column<>("法定代表人", 12, EnterpriseLine::getLegalRepresentative),
                    new Column<>("主要负责人", 12, EnterpriseLine::getResponsiblePerson),
                    new Column<>("电话", 14, EnterpriseLine::getPhone),
                    new Column<>("地址", 36, EnterpriseLine::getAddress),
                    new Column<>("充装许可证号", 20, EnterpriseLine::getLicenceNumber),
                    new Column<>("许可证有效期至", 14, EnterpriseLine::getLicenceValidTo),
                    new Column<>("最近核实", 12, EnterpriseLine::getVerifiedOn)));

    private final EnterpriseList list;
    private final UnitRecords records;
    private final Slots slots;
    private final ListActions actions;
    private final Journal journal;
    private final Today today;

    EnterpriseController(
            EnterpriseList list, UnitRecords records, Slots slots, ListActions actions, Journal journal, Today today) {
        this.list = list;
        this.records = records;
        this.slots = slots;
        this.actions = actions;
        this.journal = journal;
        this.today = today;
    }

    @GetMapping("/enterprises")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        Scope scope = caller.scope();
        EnterpriseFilter filter = list.filter(sent, scope);
        Page<EnterpriseLine> page = list.page(filter, scope, Pages.number(sent.get("page")));
        model.addAttribute("lines", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("today", today.day());
        model.addAttribute("filter", filter);
        model.addAttribute("unfiltered", filter.equals(EnterpriseFilter.ALL));
        model.addAttribute("workbook", filter.address("/enterprises.xlsx"));
        model.addAttribute("figures", scope.isEnterprise() ? List.of() : list.figures(filter, scope));
        model.addAttribute("offices", list.offices(caller));
        model.addAttribute("roles", EnterpriseRole.values());
        model.addAttribute("statuses", Identity.Status.values());
        model.addAttribute("endings", Ending.values());
        model.addAttribute("actions", actions.of(filter.address("/enterprises"), caller));
        model.addAttribute("mayRegister", RegisterRights.mayRegister(caller));
        return "register/list";
    }

    @GetMapping("/enterprises.xlsx")
    void workbook(@RequestParam Map<String, String> sent, Scope scope, HttpServletResponse response)
            throws IOException {
        EnterpriseFilter filter = list.filter(sent, scope);
        WORKBOOK.send(response, row -> list.each(filter, scope, row));
    }

    @GetMapping("/enterprises/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        UnitRecord unit = records.require(id, caller);
        String charge = unit.chargeOffice().getPath();
        model.addAttribute("unit", unit);
        model.addAttribute("mayEdit", RegisterRights.mayEdit(caller, charge));
        model.addAttribute("mayReassign", RegisterRights.mayReassign(caller, charge));
        model.addAttribute("sections", slots.sections("enterprises", id, caller));
        model.addAttribute("entries", journal.timelineOf(id, HISTORY, caller.scope()));
        return "register/record";
    }
}
