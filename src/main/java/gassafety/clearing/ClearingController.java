package gassafety.clearing;

import gassafety.campaign.CampaignInfo;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.clearing.ClearingBoard.Page;
import gassafety.clearing.ClearingBoard.Row;
import gassafety.hazard.HazardLevel;
import gassafety.lookback.LookbackRates;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeGroup;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.web.Forbidden;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import gassafety.web.WrongFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 动态清零: what was found, what is gone and how soon; each number opens its hazards in the ledger. */
@Controller
@Reads(RecordKind.HAZARDS)
class ClearingController {

    private final ClearingBoard board;
    private final Campaigns campaigns;
    private final LookbackRates lookbacks;
    private final Offices offices;

    ClearingController(ClearingBoard board, Campaigns campaigns, LookbackRates lookbacks, Offices offices) {
        this.board = board;
        this.campaigns = campaigns;
        this.lookbacks = lookbacks;
        this.offices = offices;
    }

    /** A row of the workbook. */
    record Line(String part, Row row) {}

    @GetMapping("/clearing")
    String show(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String level,
            Caller caller,
            Model model) {
        Choice choice = choice(office, phase, level, caller);
        Page page = board.page(choice);
        model.addAttribute("page", page);
        model.addAttribute("choice", choice);
        model.addAttribute("offices", OfficeGroup.of(places(caller)));
        model.addAttribute("phases", choice.campaign().phases());
        model.addAttribute("levels", HazardLevel.values());
        model.addAttribute("lookbacks", lookbacks.of(choice.office()));
        model.addAttribute("workbook", Choice.address("/clearing.xlsx", choice.parameters()));
        return "clearing/clearing";
    }

    @GetMapping("/clearing.xlsx")
    void workbook(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String phase,
            @RequestParam(defaultValue = "") String level,
            Caller caller,
            HttpServletResponse response)
            throws IOException {
        Page page = board.page(choice(office, phase, level, caller));
        List<Line> lines = new ArrayList<>(List.of(new Line("合计", page.whole())));
        page.parts().forEach(part -> part.rows().forEach(row -> lines.add(new Line(part.title(), row))));
        new ListWorkbook<>("动态清零", columns(page.whole())).send(response, row -> lines.forEach(row));
    }

    private static List<Column<Line>> columns(Row whole) {
        List<Column<Line>> columns = new ArrayList<>(List.of(
                new Column<>("分类", 12, Line::part),
                new Column<>("名称", 28, line -> line.row().name())));
        for (int at = 0; at < whole.figures().size(); at++) {
            int place = at;
            columns.add(new Column<>(
                    whole.figures().get(at).label(),
                    10,
                    line -> line.row().figures().get(place).count()));
        }
        columns.add(new Column<>("销号率", 10, line -> line.row().tally().rate()));
        columns.add(new Column<>("销号天数中位数", 16, line -> line.row().tally().median()));
        return columns;
    }

    private Choice choice(String code, String phase, String level, Caller caller) {
        if (caller.scope().isEnterprise()) {
            throw new Forbidden("动态清零统计由监管单位查看。");
        }
        CampaignInfo campaign = campaigns.current();
        return new Choice(
                campaign,
                office(code, caller),
                phase.isEmpty() ? null : phase(phase, campaign),
                Pages.choice("level", HazardLevel.class, level));
    }

    private Office office(String code, Caller caller) {
        if (code.isEmpty()) {
            return home(caller);
        }
        return offices.byCode(code)
                .filter(found -> caller.scope().covers(found.getPath()))
                .orElseThrow(() -> new WrongFilter("office", "没有这个监管单位，请从列表中选择。"));
    }

    private static Office home(Caller caller) {
        return caller.office().getKind() == OfficeKind.SECTION ? caller.office().bureau() : caller.office();
    }

    private List<Office> places(Caller caller) {
        return offices.below(home(caller).getPath()).stream()
                .filter(office -> office.getKind() != OfficeKind.SECTION)
                .toList();
    }

    private static Phase phase(String number, CampaignInfo campaign) {
        return campaign.phases().stream()
                .filter(phase -> String.valueOf(phase.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new WrongFilter("phase", "没有这个阶段，请从列表中选择。"));
    }
}
