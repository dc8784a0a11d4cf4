package gassafety.returns;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.campaign.Campaigns;
import gassafety.campaign.ReportMonth;
import gassafety.campaign.Reporters;
import gassafety.campaign.Reporters.Manners;
import gassafety.campaign.ReportingManner;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.returns.Board.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What returns put on desks: to fill in, to approve, to accept, to report, to lock; and the offices that are late. */
@Component
class ReturnPanel implements DeskPanel {

    private static final String FILL_IN = "填报月报";
    private static final int ORDER = 140;
    private static final int MOST_WAITING = 200;
    private static final int MOST_OFFICES = 8;

    /** Steps that someone waits for; sending back and unlocking nobody waits for. */
    private static final List<ReturnStep> AWAITED =
            List.of(ReturnStep.SUBMIT, ReturnStep.APPROVE, ReturnStep.ACCEPT, ReturnStep.REPORT, ReturnStep.LOCK);

    private final ReturnReader reader;
    private final Boards boards;
    private final CountySheets sheets;
    private final Reporters reporters;
    private final Campaigns campaigns;
    private final WorkingDays workingDays;
    private final Today today;

    ReturnPanel(
            ReturnReader reader,
            Boards boards,
            CountySheets sheets,
            Reporters reporters,
            Campaigns campaigns,
            WorkingDays workingDays,
            Today today) {
        this.reader = reader;
        this.boards = boards;
        this.sheets = sheets;
        this.reporters = reporters;
        this.campaigns = campaigns;
        this.workingDays = workingDays;
        this.today = today;
    }

    @Override
    @Transactional(readOnly = true)
    public Tasks tasks(Caller caller, int most) {
        if (!caller.scope().reads(RecordKind.RETURNS)
                || !caller.isAny(Role.REPORTER, Role.HEAD, Role.CAMPAIGN_OFFICE, Role.LEADER)) {
            return Tasks.NONE;
        }
        List<MonthlyReturn> open = reader.waiting(
                (root, query, criteria) -> criteria.notEqual(root.get("state"), ReturnState.LOCKED),
                caller.scope(),
                MOST_WAITING);
        Function<MonthlyReturn, ReturnRow> rows = reader.rows();
        Map<LocalDate, LocalDate> urged =
                boards.urgedOf(caller.office().bureau().getId());
        List<Task> tasks = new ArrayList<>();
        for (MonthlyReturn found : open) {
            AWAITED.stream()
                    .filter(step -> found.allows(step, caller))
                    .findFirst()
                    .ifPresent(step -> tasks.add(task(rows.apply(found), step, urged)));
        }
        if (MonthlyReturn.mayFillIn(caller)) {
            tasks.addAll(notBegun(caller, urged));
        }
        if (CountySheet.mayDecide(caller)) {
            sheets.waiting(caller.scope(), MOST_WAITING)
                    .forEach(sheet -> tasks.add(new Task("接收报表文件", sheet.getTitle(), sheet.getAddress(), null, 0)));
        }
        return new Tasks(tasks, tasks.size(), open.size() == MOST_WAITING);
    }

    private Task task(ReturnRow row, ReturnStep step, Map<LocalDate, LocalDate> urged) {
        String what = step != ReturnStep.SUBMIT
                ? step.getLabel() + "月报"
                : (row.sentBack() ? "修改被退回的月报" : FILL_IN) + urged(row.month().atDay(1), urged);
        return task(what, row.month() + " " + row.officeName(), row.getAddress(), row.due(), row.handedInOn() == null);
    }

    /** Months whose data are cut off and whose return the caller's bureau has not begun. */
    private List<Task> notBegun(Caller caller, Map<LocalDate, LocalDate> urged) {
        Office bureau = caller.office().bureau();
        boolean top = bureau.isTop();
        Set<LocalDate> begun = reader.monthsOf(bureau.getId());
        Manners manners = reporters.all();
        return campaigns.months().stream()
                .filter(month -> !month.cutOff().isAfter(today.day()))
                .filter(month -> manners.of(bureau, month.cutOff()) == ReportingManner.IN_SYSTEM)
                .filter(month -> !begun.contains(month.month().atDay(1)))
                .map(month -> task(
                        FILL_IN + urged(month.month().atDay(1), urged),
                        month.month() + " " + bureau.getShortName(),
                        "/returns/new?month=" + month.month(),
                        month.due(top),
                        true))
                .toList();
    }

    private static String urged(LocalDate month, Map<LocalDate, LocalDate> urged) {
        return urged.containsKey(month) ? "（已催办）" : "";
    }

    /** @param open whether it must still be handed in; the day is past caring once it was */
    private Task task(String what, String record, String address, LocalDate due, boolean open) {
        return open
                ? new Task(what, record, address, due, workingDays.calendar().workingDaysOverdue(due, today.day()))
                : new Task(what, record, address, null, 0);
    }

    /** The last month whose data are cut off: who has handed in. */
    @Override
    @Transactional(readOnly = true)
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        boolean collects = caller.is(Role.LEADER) || Boards.mayUrge(caller);
        if (!collects || desk.getKind() == OfficeKind.SECTION && !Boards.mayUrge(caller)) {
            return List.of();
        }
        return campaigns.months().stream()
                .filter(month -> month.cutOff().isBefore(today.day()))
                .reduce((earlier, later) -> later)
                .map(month -> block(month, caller))
                .stream()
                .toList();
    }

    private DeskBlock block(ReportMonth month, Caller caller) {
        Board board = boards.of(caller, month.month().getYear());
        int column =
                board.months().stream().map(one -> one.month().month()).toList().indexOf(month.month());
        List<Row> asked = board.rows().stream()
                .filter(row -> row.cells().get(column).isAsked())
                .toList();
        List<Row> missing = asked.stream()
                .filter(row -> !row.cells().get(column).lateness().handedIn())
                .toList();
        return new DeskBlock(
                ORDER,
                month.month() + " 月报",
                String.valueOf(asked.size() - missing.size()),
                "/ " + asked.size() + " 个单位已报送",
                "/board?year=" + month.month().getYear(),
                missing.stream()
                        .limit(MOST_OFFICES)
                        .map(row -> line(row, column, month))
                        .toList());
    }

    private static DeskBlock.Line line(Row row, int column, ReportMonth month) {
        Board.Cell cell = row.cells().get(column);
        return new DeskBlock.Line(
                row.officeName(),
                cell.with(),
                cell.state() + (cell.lateness().late() ? "，" + cell.lateness().text() : ""),
                cell.address() == null ? "/board?year=" + month.month().getYear() : cell.address(),
                cell.lateness().late());
    }
}
