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
import gassafety.summary.SummaryBoards.Cell;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Summaries of the own bureau that are due soon or overdue and of which there is no version yet. */
@Component
class SummaryPanel implements DeskPanel {

    /** [D] How long before its day a summary is asked for. */
    private static final int DAYS_AHEAD = 15;

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
        Office own = caller.office().bureau();
        if (!Summaries.mayWrite(caller, own) || !caller.scope().reads(RecordKind.RETURNS)) {
            return Tasks.NONE;
        }
        LocalDate last = today.day().plusDays(DAYS_AHEAD);
        WorkCalendar calendar = workingDays.calendar();
        List<Task> tasks = boards.of(caller).stream()
                .flatMap(board -> board.rows().stream())
                .flatMap(row -> row.cells().stream())
                .filter(cell ->
                        cell.last() == null && !cell.phase().summaryDue().isAfter(last))
                .filter(cell -> cell.subject().bureau().getId() == own.getId())
                .map(cell -> task(cell, calendar))
                .toList();
        return new Tasks(tasks, tasks.size(), false);
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
