package gassafety.outreach;

import gassafety.calendar.Today;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskBlock.Line;
import gassafety.desk.DeskPanel;
import gassafety.desk.RecordSlot.Action;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.outreach.OutreachRecords.Total;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What 综合办公室 and those who fill in a county's return see of outreach: the month so far, and what lacks evidence. */
@Component
class OutreachPanel implements DeskPanel {

    private static final int ORDER = 50;
    private static final String GENERAL = "general";

    private final OutreachRecords records;
    private final Today today;

    OutreachPanel(OutreachRecords records, Today today) {
        this.records = records;
        this.today = today;
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        String path = caller.scope().officePath();
        boolean shown = desk.getCode().equals(GENERAL) || caller.is(Role.REPORTER);
        if (!shown || path == null || !caller.scope().reads(RecordKind.OUTREACH)) {
            return List.of();
        }
        LocalDate first = today.day().withDayOfMonth(1);
        OutreachFilter month = OutreachFilter.of(Map.of("from", first.toString()));
        List<Line> lines = new ArrayList<>();
        long bare = total(records.totals(OutreachFilter.of(Map.of("evidence", "none")), path));
        if (bare > 0) {
            lines.add(new Line("缺佐证材料", "手工登记的数字须有佐证", bare + " 条", "/outreach?evidence=none", true));
        }
        Map<OutreachKind, Total> totals = records.totals(month, path);
        totals.values().forEach(total -> lines.add(line(total, month)));
        return List.of(new DeskBlock(
                ORDER,
                "宣传培训（本月）",
                String.valueOf(total(totals)),
                "条记录，" + first + " 以来" + (caller.is(Role.REPORTER) ? "" : "，含各县区"),
                month.address(OutreachController.ADDRESS),
                lines,
                OutreachRights.mayEnter(caller) ? List.of(new Action("按月登记", MonthController.ADDRESS)) : List.of()));
    }

    private static Line line(Total total, OutreachFilter month) {
        boolean added = total.quantity() > 0 && total.kind() != OutreachKind.VIEWS;
        return new Line(
                total.kind().getLabel(),
                added
                        ? "合计 " + total.quantity() + " " + total.kind().getUnit()
                        : total.kind().getCounts(),
                total.records() + " 条",
                month.only(total.kind()).address(OutreachController.ADDRESS),
                false);
    }

    private static long total(Map<OutreachKind, Total> totals) {
        return totals.values().stream().mapToLong(Total::records).sum();
    }
}
