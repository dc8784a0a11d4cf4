package gassafety.plan;

import gassafety.inspection.Inspections;
import gassafety.journal.Journal;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.plan.TaskList.Row;
import gassafety.register.UnitSelections;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of tasks, as a page and as a workbook, and the page of one. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class TaskController {

    private static final ListWorkbook<Row> WORKBOOK = new ListWorkbook<>(
            "检查任务",
            List.of(
                    new Column<>("单位名称", 30, row -> row.task().getUnitName()),
                    new Column<>("检查表", 36, row -> row.task().getListTitle()),
                    new Column<>("检查计划", 30, row -> row.task().getPlanTitle()),
                    new Column<>("下达单位", 14, row -> row.task().getOfficeName()),
                    new Column<>("下达日期", 12, row -> row.task().getOrderedOn()),
                    new Column<>("承办单位", 16, row -> row.task().getPerformerName()),
                    new Column<>("检查人员", 20, row -> row.task().getAssigneeNames()),
                    new Column<>("完成期限", 12, row -> row.task().getDue()),
                    new Column<>("状态", 10, row -> row.task().getState().getLabel()),
                    new Column<>("逾期工作日", 10, Row::workingDaysLate),
                    new Column<>("完成日期", 12, row -> row.task().getDoneOn()),
                    new Column<>("催办次数", 10, row -> row.task().getUrged())));

    private final TaskList list;
    private final PlanBook plans;
    private final InspectorDraws draws;
    private final UnitSelections units;
    private final Journal journal;

    TaskController(TaskList list, PlanBook plans, InspectorDraws draws, UnitSelections units, Journal journal) {
        this.list = list;
        this.plans = plans;
        this.draws = draws;
        this.units = units;
        this.journal = journal;
    }

    @GetMapping("/tasks")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        TaskList.requireStaff(caller);
        TaskFilter filter = list.filter(sent, caller);
        Page<Row> page = list.page(filter, caller, Pages.number(sent.get("page")));
        model.addAttribute("filter", filter);
        model.addAttribute("unfiltered", filter.equals(TaskFilter.ALL));
        model.addAttribute("states", TaskFilter.states());
        model.addAttribute("offices", units.offices(caller));
        model.addAttribute("mayInspect", Inspections.mayInspect(caller));
        model.addAttribute("acts", TaskAct.open(caller, page.getContent()));
        model.addAttribute("workbook", filter.address("/tasks.xlsx"));
        model.addAttribute("rows", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        return "plan/tasks";
    }

    @GetMapping("/tasks.xlsx")
    void workbook(@RequestParam Map<String, String> sent, Caller caller, HttpServletResponse response)
            throws IOException {
        TaskList.requireStaff(caller);
        TaskFilter filter = list.filter(sent, caller);
        WORKBOOK.send(response, row -> list.each(filter, caller, row));
    }

    @GetMapping("/tasks/{id}")
    String record(@PathVariable long id, Caller caller, Model model) {
        TaskList.requireStaff(caller);
        Row row = list.require(id, caller);
        InspectionTask task = row.task();
        model.addAttribute("row", row);
        model.addAttribute("task", task);
        model.addAttribute("note", plans.note(task.getPlanId()));
        model.addAttribute("acts", TaskAct.open(caller, List.of(row)));
        draws.of(id).ifPresent(drawn -> {
            model.addAttribute("drawn", drawn);
            model.addAttribute("candidates", draws.names(drawn.candidates()));
            model.addAttribute("withdrawn", draws.names(drawn.withdrawn()));
        });
        model.addAttribute("start", start(caller, task));
        model.addAttribute("entries", journal.timeline(new Source(SourceKind.TASK, id)));
        return "plan/task";
    }

    /** The filled-in page on which the inspection begins, or empty when this person does not begin it. */
    static String start(Caller caller, InspectionTask task) {
        boolean own = caller.office().getPath().startsWith(task.getPerformerPath());
        if (!Inspections.mayInspect(caller) || !own || !task.state().isOpen() || task.getInspection() != null) {
            return "";
        }
        return "/inspections/new?enterprise=" + task.getUnitId() + "&list=" + task.getListCode()
                + task.getCurrent().stream()
                        .filter(person -> person.getAccountId() != caller.accountId())
                        .map(person -> "&inspectors=" + person.getAccountId())
                        .collect(Collectors.joining());
    }
}
