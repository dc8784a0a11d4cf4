package gassafety.plan;

import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.plan.TaskList.Row;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormField.Option;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which tasks are assigned, urged or withdrawn, several at once. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class TaskActController {

    private static final String ADDRESS = "/tasks/acts/{act:assignment|reminder|withdrawal}";
    private static final int MOST = 200;
    private static final int LONGEST = 500;

    private final Planning planning;
    private final TaskList list;

    TaskActController(Planning planning, TaskList list) {
        this.planning = planning;
        this.list = list;
    }

    @GetMapping(ADDRESS)
    String ask(
            @PathVariable("act") String path, @RequestParam @Nullable List<String> task, Caller caller, Model model) {
        TaskAct act = act(path, caller);
        List<Row> rows = rows(task, caller);
        FormSheet sheet = sheet(act, rows);
        return show(act, rows, sheet, sheet.fill(Map.of()), caller, model);
    }

    @PostMapping(ADDRESS)
    String take(
            @PathVariable("act") String path,
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        TaskAct act = act(path, caller);
        List<Row> rows = rows(sent.get("task"), caller);
        FormSheet sheet = sheet(act, rows);
        Typed typed = sheet.read(sent);
        if (typed.isFine()) {
            try {
                take(act, rows, typed, caller);
                redirect.addFlashAttribute("done", "已" + act.getLabel() + " " + rows.size() + " 项检查任务");
                return "redirect:" + back(rows);
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(act, rows, sheet, typed, caller, model);
    }

    private void take(TaskAct act, List<Row> rows, Typed typed, Caller caller) {
        List<Long> ids = rows.stream().map(row -> row.task().getId()).toList();
        String saying = typed.text("saying");
        switch (act) {
            case ASSIGN -> planning.assign(ids, caller, accounts(typed.text("inspectors")), saying);
            case URGE -> planning.urge(ids, caller, saying);
            case WITHDRAW -> planning.withdraw(ids, caller, saying);
        }
    }

    private String show(TaskAct act, List<Row> rows, FormSheet sheet, Typed typed, Caller caller, Model model) {
        rows.forEach(row -> {
            if (!act.isOpenTo(caller, row.task()) && typed.isFine()) {
                throw new Refusal("“" + row.task().getUnitName() + "”的检查任务现在是“"
                        + row.task().getState().getLabel() + "”，您不能" + act.getLabel() + "。");
            }
        });
        typed.show(model);
        model.addAttribute("act", act);
        model.addAttribute("rows", rows);
        model.addAttribute("sheet", sheet);
        model.addAttribute("back", back(rows));
        return "plan/act";
    }

    private static String back(List<Row> rows) {
        return rows.size() == 1 ? rows.get(0).task().getAddress() : "/tasks?state=" + TaskFilter.OPEN;
    }

    private static TaskAct act(String path, Caller caller) {
        TaskAct act = TaskAct.at(path).orElseThrow(NotFound::new);
        if (!TaskAct.open(caller).contains(act)) {
            throw new Forbidden("您的岗位不能" + act.getLabel() + "检查任务。");
        }
        return act;
    }

    private List<Row> rows(@Nullable List<String> sent, Caller caller) {
        if (sent == null || sent.isEmpty()) {
            throw new Refusal("请先在列表中勾选检查任务。");
        }
        if (sent.size() > MOST) {
            throw new Refusal("一次最多办理 " + MOST + " 项检查任务。");
        }
        List<Long> ids = new ArrayList<>();
        for (String id : sent) {
            if (id == null || !id.matches("[0-9]{1,18}")) {
                throw new NotFound();
            }
            ids.add(Long.valueOf(id));
        }
        return list.require(ids, caller);
    }

    /** Only people whom all of these tasks can be given to are offered. */
    private FormSheet sheet(TaskAct act, List<Row> rows) {
        FormField saying = FormField.lines("saying", act.getSaying(), LONGEST);
        if (act != TaskAct.ASSIGN) {
            return new FormSheet(List.of(new FormSheet.Group(act.getLabel(), List.of(saying.needed()))));
        }
        List<String> performers = rows.stream()
                .map(row -> row.task().getPerformerPath())
                .distinct()
                .toList();
        List<Option> people = planning.inspectorsOf(performers.get(0)).stream()
                .filter(person -> performers.stream().allMatch(person.office().getPath()::startsWith))
                .map(person -> new Option(String.valueOf(person.accountId()), person.name()))
                .toList();
        FormField inspectors = new FormField(
                "inspectors", "检查人员", FormField.Kind.SEVERAL, people.size(), true, "检查须不少于两名检查人员", people);
        return new FormSheet(List.of(new FormSheet.Group("派发给", List.of(inspectors, saying))));
    }

    private static List<Long> accounts(String chosen) {
        return Stream.of(chosen.split(",")).map(Long::valueOf).toList();
    }
}
