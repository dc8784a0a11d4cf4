package gassafety.hazard;

import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** What waits in the ledger for each person, and its figures on the desks. */
@Component
class HazardDesk implements DeskPanel {

    private static final int WIDE = 40;
    private static final int NARROW = 120;

    private final Ledger ledger;

    HazardDesk(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Tasks tasks(Caller caller) {
        if (!caller.scope().reads(RecordKind.HAZARDS)) {
            return Tasks.NONE;
        }
        Standing standing = ledger.standing();
        List<Tasks> tasks = new ArrayList<>();
        if (caller.is(Role.ENTERPRISE)) {
            add(tasks, "整改并报告", Waiting.unreported(), caller, standing, Hazard::getDue, HazardAct.RECTIFY);
        }
        if (caller.is(Role.INSPECTOR)) {
            add(
                    tasks,
                    "复查会签",
                    Waiting.countersignature(caller),
                    caller,
                    standing,
                    Hazard::getRecheckDue,
                    HazardAct.COUNTERSIGN);
            add(tasks, "复查", Waiting.recheck(caller), caller, standing, Hazard::getRecheckDue, HazardAct.RECHECK);
            add(
                    tasks,
                    "记录当场整改",
                    Waiting.in(HazardState.ON_THE_SPOT),
                    caller,
                    standing,
                    Hazard::getDue,
                    HazardAct.RECTIFY);
            add(tasks, "逾期未报告，上门核查", LedgerView.OVERDUE.on(caller, standing), caller, standing, Hazard::getDue, null);
        }
        if (caller.is(Role.FIELD_OFFICE_HEAD)) {
            add(tasks, "确认销号", Waiting.closureByChief(), caller, standing, none(), HazardAct.CLOSE);
            add(tasks, "审批结束", Waiting.ending(caller), caller, standing, none(), HazardAct.DECIDE_ENDING);
            add(
                    tasks,
                    "审批延期",
                    Waiting.extension(caller, false),
                    caller,
                    standing,
                    Hazard::getDue,
                    HazardAct.DECIDE_EXTENSION);
        }
        if (caller.is(Role.HEAD)) {
            add(
                    tasks,
                    "审批延期",
                    Waiting.extension(caller, true),
                    caller,
                    standing,
                    Hazard::getDue,
                    HazardAct.DECIDE_EXTENSION);
        }
        if (caller.is(Role.COUNTY_SPECIAL_SECTION)) {
            add(
                    tasks,
                    "上报重大隐患",
                    LedgerView.TO_REPORT.on(caller, standing),
                    caller,
                    standing,
                    Hazard::getDeterminedOn,
                    HazardAct.REPORT_UP);
            add(
                    tasks,
                    "认定重大隐患",
                    LedgerView.TO_DETERMINE.on(caller, standing),
                    caller,
                    standing,
                    none(),
                    HazardAct.DETERMINE);
        }
        if (caller.is(Role.CAMPAIGN_OFFICE)) {
            add(tasks, "确认重大隐患销号", Waiting.closureBySection(), caller, standing, none(), HazardAct.CLOSE);
        }
        return tasks.stream().reduce(Tasks.NONE, Tasks::and);
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.scope().reads(RecordKind.HAZARDS)) {
            return List.of();
        }
        List<DeskBlock> blocks = new ArrayList<>();
        Tally everything = ledger.tally(caller);
        blocks.add(figures(everything, caller));
        if (!caller.scope().isEnterprise()) {
            blocks.add(closed(everything));
        }
        return blocks;
    }

    private DeskBlock figures(Tally everything, Caller caller) {
        return new DeskBlock(
                WIDE,
                "隐患台账",
                null,
                null,
                "/hazards",
                ledger.figures(null, everything, caller).stream()
                        .map(figure -> new DeskBlock.Line(
                                figure.label(),
                                null,
                                String.valueOf(figure.count()),
                                figure.address(),
                                figure.alarm() && figure.count() > 0))
                        .toList());
    }

    private static DeskBlock closed(Tally everything) {
        long all = everything.count(cell -> cell.state() != HazardState.VOIDED);
        long closed = everything.count(cell -> cell.state() == HazardState.CLOSED);
        String rate = all == 0 ? "—" : String.format(Locale.ROOT, "%.0f%%", 100.0 * closed / all);
        return new DeskBlock(
                NARROW,
                "隐患销号率",
                rate,
                "已销号 " + closed + " / 登记 " + all + " 条（误登的不算）",
                "/hazards?state=CLOSED",
                List.of());
    }

    private void add(
            List<Tasks> tasks,
            String what,
            Specification<Hazard> filter,
            Caller caller,
            Standing standing,
            Function<Hazard, @Nullable LocalDate> due,
            @Nullable HazardAct act) {
        Page<Task> first = ledger.page(filter, LedgerSort.DUE, caller, 1, Tasks.MOST)
                .map(row -> task(what, row.hazard(), standing, due.apply(row.hazard()), act));
        tasks.add(new Tasks(first.getContent(), first.getTotalElements(), false));
    }

    private static Task task(
            String what, Hazard hazard, Standing standing, @Nullable LocalDate day, @Nullable HazardAct act) {
        String address = "/hazards/" + hazard.getId();
        return new Task(
                what,
                hazard.getNumber() + " " + hazard.getEnterpriseName() + "：" + shortened(hazard.getProblem()),
                act == null ? address : address + "/" + act.getNoun(),
                day,
                day == null ? 0 : standing.calendar().workingDaysOverdue(day, standing.today()));
    }

    private static Function<Hazard, @Nullable LocalDate> none() {
        return hazard -> null;
    }

    private static String shortened(String problem) {
        return problem.length() > 40 ? problem.substring(0, 40) + "…" : problem;
    }
}
