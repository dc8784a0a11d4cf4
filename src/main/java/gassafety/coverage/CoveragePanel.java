package gassafety.coverage;

import gassafety.coverage.Coverage.Cell;
import gassafety.coverage.CoverageSheet.Part;
import gassafety.coverage.CoverageSheet.Row;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskBlock.Line;
import gassafety.desk.DeskPanel;
import gassafety.desk.ListActions;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.RecordKind;
import gassafety.register.DeskRoles;
import gassafety.register.EnterpriseRole;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** On desks: how many units of the kinds that an office answers for were inspected in this phase, and which were not. */
@Component
class CoveragePanel implements DeskPanel {

    private static final int WIDE = 50;
    private static final int NARROW = 100;
    private static final int MOST_UNITS = 8;
    private static final String CREDIT = "credit";
    private static final String UNLICENSED_TOO = "，含未取得充装许可的站点；附件3第7行不计这些站点";

    private final CoverageSheet sheet;
    private final UnitSelections units;
    private final ListActions actions;

    CoveragePanel(CoverageSheet sheet, UnitSelections units, ListActions actions) {
        this.sheet = sheet;
        this.units = units;
        this.actions = actions;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (caller.scope().isEnterprise() || !caller.scope().reads(RecordKind.ENTERPRISES)) {
            return List.of();
        }
        List<Period> periods = sheet.periods();
        int latest = Math.max(0, periods.size() - 2);
        List<DeskBlock> blocks = new ArrayList<>();
        if (desk.getCode().equals(CREDIT)) {
            blocks.add(missing("信用 C、D 级", Map.of("risk", "high"), periods.get(latest), caller));
        }
        List<EnterpriseRole> roles = DeskRoles.on(desk, caller);
        if (!roles.isEmpty()) {
            Office area = desk.getKind() == OfficeKind.SECTION ? desk.bureau() : desk;
            List<Cell> cells = sheet.cells(area);
            for (EnterpriseRole role : roles) {
                blocks.add(coverage(area, role, cells, latest));
                blocks.add(missing(
                        role.getLabel(),
                        Map.of("role", role.name(), "office", area.getCode()),
                        periods.get(latest),
                        caller));
            }
        }
        return blocks;
    }

    private DeskBlock coverage(Office area, EnterpriseRole role, List<Cell> cells, int place) {
        Row row = sheet.row(area, role, cells);
        Part part = row.parts().get(place);
        return new DeskBlock(
                NARROW,
                role.getLabel() + "检查覆盖率",
                part.share(),
                part.inspected().count() + " / " + row.books().count() + " 家（"
                        + part.period().name() + "，" + part.period().days() + "）"
                        + (role == EnterpriseRole.FILLING_STATION ? UNLICENSED_TOO : ""),
                "/coverage?role=" + role.name() + "&office=" + area.getCode(),
                sheet.byOffice(area, role, cells).stream()
                        .map(below -> line(below, below.parts().get(place)))
                        .toList());
    }

    private static Line line(Row row, Part part) {
        return new Line(
                row.office(),
                part.inspected().count() + " / " + row.books().count() + " 家",
                "未检查 " + part.missing().count(),
                part.missing().address(),
                false);
    }

    private DeskBlock missing(String what, Map<String, String> which, Period period, Caller caller) {
        Map<String, String> filters = new HashMap<>(which);
        filters.put("standing", "yes");
        filters.put("uninspected", period.from().toString());
        UnitSelection missing = units.select(filters, caller.scope());
        var page = missing.page(1);
        String address = missing.address("/enterprises");
        return new DeskBlock(
                WIDE,
                period.name() + "还没有检查的" + what + " " + page.getTotalElements() + " 家",
                null,
                period.name() + "都已检查。",
                address,
                page.stream()
                        .limit(MOST_UNITS)
                        .map(unit -> new Line(
                                unit.name(), unit.chargeOfficeName(), "查看", "/enterprises/" + unit.id(), false))
                        .toList(),
                page.isEmpty() ? List.of() : actions.of(address, caller));
    }
}
