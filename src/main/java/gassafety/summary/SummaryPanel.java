package gassafety.summary;

import gassafety.calendar.Today;
import gassafety.calendar.WorkCalendar;
import gassafety.calendar.WorkingDays;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.summary.SummaryBoards.Cell;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Summaries that are due soon or overdue and of which there is no version yet. */
@Component
class SummaryPanel implements DeskPanel {

    /** [D] How long before its day a summary is asked for. */
    private static final int DAYS_AHEAD = 15;

    private static final String GENERAL = "general";

    private final SummaryBoards boards;
    private final WorkingDays workingDays;
    private final Today today;

    SummaryPanel(SummaryBoards boards, WorkingDays workingDays, Today today) {
        this.boards = boards;
        this.workingDays = workingDays;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        boolean asked = isOfGeneralOffice(caller) || caller.isAny(Role.REPORTER, Role.CAMPAIGN_OFFICE);
        if (!asked || !caller.scope().reads(RecordKind.RETURNS)) {
            return Tasks.NONE;
        }
        LocalDate last = today.day().plusDays(DAYS_AHEAD);
        WorkCalendar calendar = workingDays.calendar();
        List<Task> tasks = boards.of(caller).stream()
                .flatMap(board -> board.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell ->
                        cell.last() == null && !cell.phase().summaryDue().isAfter(last))
                .filter(cell -> isAsked(caller, cell.subject().bureau()))
                .map(cell -> task(cell, calendar))
                .toList();
        return new Tasks(tasks, tasks.size(), false);
    }

    /** 综合办公室 sees to the summary of its own bureau. */
    private static boolean isAsked(Caller caller, Office bureau) {
        return Summaries.mayWrite(caller, bureau)
                || isOfGeneralOffice(caller) && caller.office().bureau().getId() == bureau.getId();
    }

    private static boolean isOfGeneralOffice(Caller caller) {
        return caller.office().getCode().equals(GENERAL);
    }

    private Task task(Cell cell, WorkCalendar calendar) {
        LocalDate due = cell.phase().summaryDue();
        return new Task(
                "报送阶段总结",
                cell.subject().bureau().getShortName() + " " + cell.phase().name(),
                cell.address(),
                due,
                calendar.workingDaysOverdue(due, today.day()));
    }
}
