package gassafety.hazard;

import gassafety.calendar.Today;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.web.Percent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.domain.Page;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** What waits in the ledger for each person, and its figures on the desks. */
@Component
class HazardDesk implements DeskPanel {

    private static final int WIDE = 40;
    private static final int NARROW = 120;

    private static final int REMINDERS = 35;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final Ledger ledger;
    private final Reminders reminders;

    private final boolean extensionsCopied;

    /** @param extensionsCopied whether the municipality gets copies of extensions of major hazards */
    HazardDesk(
            Ledger ledger,
            Reminders reminders,
            @Value("${gassafety.major-extensions-copied:true}") boolean extensionsCopied) {
        this.ledger = ledger;
        this.reminders = reminders;
        this.extensionsCopied = extensionsCopied;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        if (!caller.scope().reads(RecordKind.HAZARDS)) {
            return Tasks.NONE;
        }
        Standing standing = ledger.standing();
        Desk desk = new Desk(caller, standing, most, new ArrayList<>());
        if (caller.is(Role.ENTERPRISE)) {
            add(desk, "整改并报告", Waiting.unreported(), Hazard::getDue, HazardAct.RECTIFY);
        }
        if (caller.is(Role.INSPECTOR)) {
            add(desk, "复查会签", Waiting.countersignature(caller), Hazard::getRecheckDue, HazardAct.COUNTERSIGN);
            add(desk, "复查", Waiting.recheck(caller), Hazard::getRecheckDue, HazardAct.RECHECK);
            add(desk, "记录当场整改", Waiting.in(HazardState.ON_THE_SPOT), Hazard::getDue, HazardAct.RECTIFY);
            add(desk, "逾期未报告，上门核查", LedgerView.OVERDUE.on(caller, standing), Hazard::getDue, null);
        }
        if (caller.is(Role.FIELD_OFFICE_HEAD)) {
            add(desk, "确认销号", Waiting.closureByChief(), none(), HazardAct.CLOSE);
            add(desk, "审批结束", Waiting.ending(caller), none(), HazardAct.DECIDE_ENDING);
            add(desk, "审批延期", Waiting.extension(caller, false), Hazard::getDue, HazardAct.DECIDE_EXTENSION);
        }
        if (caller.is(Role.HEAD)) {
            add(desk, "审批延期", Waiting.extension(caller, true), Hazard::getDue, HazardAct.DECIDE_EXTENSION);
        }
        if (caller.is(Role.COUNTY_SPECIAL_SECTION)) {
            add(desk, "上报重大隐患", LedgerView.TO_REPORT.on(caller, standing), HazardDesk::reportBy, HazardAct.REPORT_UP);
            add(desk, "认定重大隐患", LedgerView.TO_DETERMINE.on(caller, standing), none(), HazardAct.DETERMINE);
            add(desk, "报送解除报告", Waiting.lifting(), none(), HazardAct.LIFT);
        }
        if (caller.is(Role.CAMPAIGN_OFFICE)) {
            add(desk, "重大隐患待县局上报（认定后 24 小时内）", LedgerView.TO_REPORT.on(caller, standing), HazardDesk::reportBy, null);
            if (extensionsCopied) {
                add(desk, "审阅重大隐患延期（抄送）", Waiting.readingOfExtension(), Hazard::getDue, HazardAct.REVIEW);
            }
            add(desk, "确认重大隐患销号", Waiting.closureBySection(), none(), HazardAct.CLOSE);
        }
        return desk.found().stream().reduce(Tasks.NONE, Tasks::and);
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.scope().reads(RecordKind.HAZARDS)) {
            return List.of();
        }
        List<DeskBlock> blocks = new ArrayList<>();
        Tally everything = ledger.tally(caller);
        reminders.ofToday(caller.scope()).map(digest -> notice(digest, caller)).ifPresent(blocks::add);
        blocks.add(figures(everything, caller));
        if (!caller.scope().isEnterprise()) {
            blocks.add(closed(everything));
        }
        return blocks;
    }

    private static DeskBlock notice(Reminders.Digest digest, Caller caller) {
        List<DeskBlock.Line> lines = new ArrayList<>();
        remind(lines, "逾期未报告", digest.overdue(), LedgerView.OVERDUE, caller);
        remind(lines, "本周到期", digest.thisWeek(), LedgerView.THIS_WEEK, caller);
        remind(lines, "重大隐患待上报", digest.toReport(), LedgerView.TO_REPORT, caller);
        remind(lines, "拟定重大待认定", digest.toDetermine(), LedgerView.TO_DETERMINE, caller);
        if (digest.recheck() > 0) {
            lines.add(line("待复查", digest.recheck(), "/hazards?state=" + HazardState.AWAITING_RECHECK, false));
        }
        String sent = MOMENT.format(digest.sentAt().atZoneSameInstant(Today.ZONE));
        return new DeskBlock(REMINDERS, "今日提醒（" + sent + " 统计，点“查看”是现在的情况）", null, null, null, lines);
    }

    private static void remind(List<DeskBlock.Line> lines, String what, long count, LedgerView view, Caller caller) {
        if (count > 0 && LedgerView.of(caller).contains(view)) {
            lines.add(line(what, count, "/hazards?view=" + view, view.isAlarm()));
        }
    }

    private static DeskBlock.Line line(String what, long count, String address, boolean alarm) {
        return new DeskBlock.Line(what + " " + count + " 条", null, "查看", address, alarm);
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
        return new DeskBlock(
                NARROW,
                "隐患销号率",
                Percent.of(closed, all),
                "已销号 " + closed + " / 登记 " + all + " 条（误登的不算）",
                "/hazards?state=CLOSED",
                List.of());
    }

    /** Whose tasks are looked for, and those found. */
    private record Desk(Caller caller, Standing standing, int most, List<Tasks> found) {}

    private void add(
            Desk desk,
            String what,
            Specification<Hazard> filter,
            Function<Hazard, @Nullable LocalDate> due,
            @Nullable HazardAct act) {
        Page<Task> first = ledger.page(filter, LedgerSort.DUE, desk.caller(), 1, desk.most())
                .map(row -> task(
                        what + (row.known().urged() > 0 ? "（已催办）" : ""),
                        row.hazard(),
                        desk.standing(),
                        due.apply(row.hazard()),
                        act));
        desk.found().add(new Tasks(first.getContent(), first.getTotalElements(), false));
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

    /** The day on which the 24 hours for reporting it up end. */
    private static @Nullable LocalDate reportBy(Hazard hazard) {
        LocalDate determined = hazard.getDeterminedOn();
        return determined == null ? null : determined.plusDays(1);
    }

    private static Function<Hazard, @Nullable LocalDate> none() {
        return hazard -> null;
    }

    private static String shortened(String problem) {
        return problem.length() > 40 ? problem.substring(0, 40) + "…" : problem;
    }
}
