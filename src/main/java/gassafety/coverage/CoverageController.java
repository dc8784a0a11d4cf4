package gassafety.coverage;

import gassafety.coverage.Coverage.Cell;
import gassafety.coverage.CoverageSheet.Part;
import gassafety.coverage.CoverageSheet.Row;
import gassafety.desk.ListActions;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.register.DeskRoles;
import gassafety.register.EnterpriseRole;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelection.Listed;
import gassafety.register.UnitSelections;
import gassafety.web.Forbidden;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import gassafety.web.WrongFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 覆盖情况: the register by kind of unit, office and phase, with those that nobody inspected named. */
@Controller
@Reads(RecordKind.ENTERPRISES)
class CoverageController {

    private final CoverageSheet sheet;
    private final UnitSelections units;
    private final ListActions actions;
    private final Offices offices;

    CoverageController(CoverageSheet sheet, UnitSelections units, ListActions actions, Offices offices) {
        this.sheet = sheet;
        this.units = units;
        this.actions = actions;
        this.offices = offices;
    }

    @GetMapping("/coverage")
    String show(
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String period,
            @RequestParam @Nullable String page,
            Caller caller,
            Model model) {
        Office area = area(office, caller);
        EnterpriseRole kind = role.isEmpty() ? usual(caller) : role(role);
        Period chosen = period(period);
        List<Cell> cells = sheet.cells(area);
        UnitSelection missing = units.select(filters(area, kind, chosen), caller.scope());
        Page<Listed> listed = missing.page(Pages.number(page));
        model.addAttribute("office", area);
        model.addAttribute("role", kind);
        model.addAttribute("period", chosen);
        model.addAttribute("periods", sheet.periods());
        model.addAttribute("roles", EnterpriseRole.values());
        model.addAttribute("offices", units.offices(caller));
        model.addAttribute("byRole", sheet.byRole(area, cells));
        model.addAttribute("byOffice", sheet.byOffice(area, kind, cells));
        model.addAttribute("units", listed.getContent());
        model.addAttribute("bar", Pages.bar(listed));
        model.addAttribute("all", missing.address("/enterprises"));
        model.addAttribute("actions", actions.of(missing.address("/enterprises"), caller));
        return "coverage/coverage";
    }

    @GetMapping("/coverage.xlsx")
    void workbook(@RequestParam(defaultValue = "") String office, Caller caller, HttpServletResponse response)
            throws IOException {
        Office area = area(office, caller);
        List<Row> rows = sheet.all(area, sheet.cells(area));
        new ListWorkbook<>("覆盖情况", columns()).send(response, row -> rows.forEach(row));
    }

    private List<Column<Row>> columns() {
        List<Column<Row>> columns = new ArrayList<>(List.of(
                new Column<>("监管单位", 16, Row::office),
                new Column<>("监管类别", 22, row -> row.role().getLabel()),
                new Column<>("检查表", 40, Row::list),
                new Column<>("在册", 8, row -> row.books().count())));
        List<Period> periods = sheet.periods();
        for (int at = 0; at < periods.size(); at++) {
            int place = at;
            String name = periods.get(at).name();
            columns.add(new Column<>(
                    name + "已检查", 16, row -> part(row, place).inspected().count()));
            columns.add(new Column<>(
                    name + "未检查", 16, row -> part(row, place).missing().count()));
            columns.add(new Column<>(name + "覆盖率", 16, row -> part(row, place).share()));
        }
        return columns;
    }

    private static Part part(Row row, int place) {
        return row.parts().get(place);
    }

    private Office area(String code, Caller caller) {
        if (caller.scope().isEnterprise()) {
            throw new Forbidden("覆盖情况由监管单位查看。");
        }
        Office own = caller.office();
        if (code.isEmpty()) {
            return own.getKind() == OfficeKind.SECTION ? own.bureau() : own;
        }
        return offices.byCode(code)
                .filter(found -> caller.scope().covers(found.getPath()))
                .filter(found -> found.getKind() != OfficeKind.SECTION)
                .orElseThrow(() -> new WrongFilter("office", "没有这个监管单位，请从列表中选择。"));
    }

    private static EnterpriseRole usual(Caller caller) {
        return DeskRoles.of(caller.office()).stream().findFirst().orElse(EnterpriseRole.FILLING_STATION);
    }

    private static EnterpriseRole role(String name) {
        return Stream.of(EnterpriseRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongFilter("role", "没有这个监管类别，请从列表中选择。"));
    }

    /** The phase that was asked for; the latest one when none was. */
    private Period period(String key) {
        List<Period> periods = sheet.periods();
        if (key.isEmpty()) {
            return periods.get(Math.max(0, periods.size() - 2));
        }
        return periods.stream()
                .filter(period -> period.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new WrongFilter("period", "没有这个阶段，或者它还没有开始。"));
    }

    private static Map<String, String> filters(Office area, EnterpriseRole role, Period period) {
        Map<String, String> filters = new HashMap<>(Map.of("role", role.name(), "standing", "yes"));
        filters.put("uninspected", period.from().toString());
        if (period.to() != null) {
            filters.put("by", period.to().toString());
        }
        filters.put("office", area.getCode());
        return filters;
    }
}
