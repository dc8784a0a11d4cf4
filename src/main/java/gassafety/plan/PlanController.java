package gassafety.plan;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.checklist.Checklist;
import gassafety.checklist.Checklists;
import gassafety.office.Caller;
import gassafety.office.Reads;
import gassafety.office.RecordKind;
import gassafety.plan.Planning.Ordered;
import gassafety.register.DeskRoles;
import gassafety.register.EnterpriseRole;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelections;
import gassafety.web.Forbidden;
import gassafety.web.FormSheet;
import gassafety.web.ListWorkbook;
import gassafety.web.ListWorkbook.Column;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 检查计划: the list, the page of one with its tasks, and the form on which one is ordered. */
@Controller
@Reads(RecordKind.INSPECTIONS)
class PlanController {

    private static final int LONGEST = 60;
    private static final int USUAL_TERM = 10;

    private static final List<String> FILTERS = List.of(
            "q",
            "role",
            "office",
            "status",
            "standing",
            "key",
            "ending",
            "risk",
            "uninspected",
            "inspected",
            "by",
            "silent",
            "only");

    private static final ListWorkbook<Plan> WORKBOOK = new ListWorkbook<>(
            "检查计划",
            List.of(
                    new Column<>("计划名称", 36, Plan::title),
                    new Column<>("检查表", 36, Plan::listTitle),
                    new Column<>("下达单位", 14, Plan::officeName),
                    new Column<>("下达人", 12, Plan::orderedByName),
                    new Column<>("下达日期", 12, Plan::orderedOn),
                    new Column<>("完成期限", 12, Plan::due),
                    new Column<>("计划家数", 10, Plan::planned),
                    new Column<>("完成家数", 10, Plan::done),
                    new Column<>("逾期家数", 10, Plan::late),
                    new Column<>("撤回家数", 10, Plan::withdrawn)));

    private final PlanBook plans;
    private final Planning planning;
    private final InspectorDraws draws;
    private final TaskList tasks;
    private final UnitSelections units;
    private final Checklists checklists;
    private final Campaigns campaigns;
    private final WorkingDays workingDays;
    private final Today today;

    PlanController(
            PlanBook plans,
            Planning planning,
            InspectorDraws draws,
            TaskList tasks,
            UnitSelections units,
            Checklists checklists,
            Campaigns campaigns,
            WorkingDays workingDays,
            Today today) {
        this.plans = plans;
        this.planning = planning;
        this.draws = draws;
        this.tasks = tasks;
        this.units = units;
        this.checklists = checklists;
        this.campaigns = campaigns;
        this.workingDays = workingDays;
        this.today = today;
    }

    @GetMapping("/plans")
    String list(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        TaskList.requireStaff(caller);
        String q = fragment(sent);
        Page<Plan> page = plans.page(q, caller, Pages.number(sent.get("page")));
        model.addAttribute("q", q);
        model.addAttribute("plans", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        model.addAttribute("mayOrder", TaskRights.mayOrder(caller));
        return "plan/plans";
    }

    @GetMapping("/plans.xlsx")
    void workbook(@RequestParam Map<String, String> sent, Caller caller, HttpServletResponse response)
            throws IOException {
        TaskList.requireStaff(caller);
        WORKBOOK.send(response, row -> plans.each(fragment(sent), caller, row));
    }

    @GetMapping("/plans/{id}")
    String plan(@PathVariable long id, @RequestParam Map<String, String> sent, Caller caller, Model model) {
        TaskList.requireStaff(caller);
        Plan plan = plans.require(id, caller);
        TaskFilter filter = TaskFilter.ALL.ofPlan(id);
        Page<TaskList.Row> page = tasks.page(filter, caller, Pages.number(sent.get("page")));
        model.addAttribute("plan", plan);
        model.addAttribute("same", plan.seed() != null && plans.drawsTheSame(plan));
        String seed = plan.inspectorSeed();
        model.addAttribute("inspectors", seed == null ? null : draws.ofPlan(id, seed));
        model.addAttribute("acts", TaskAct.open(caller, page.getContent()));
        model.addAttribute("rows", page.getContent());
        model.addAttribute("bar", Pages.bar(page));
        return "plan/plan";
    }

    @GetMapping("/plans/new")
    String empty(@RequestParam Map<String, String> sent, Caller caller, Model model) {
        requireOrder(caller);
        UnitSelection from = selection(sent, caller);
        FormSheet sheet = sheet(from);
        LocalDate usual = workingDays.plusWorkingDays(today.day(), USUAL_TERM);
        Optional<Phase> phase = campaigns.phaseOn(today.day());
        Typed typed = sheet.fill(Map.of(
                "note",
                PlanForm.note(sent.getOrDefault("note", "")),
                "title",
                phase.map(Phase::name).orElse("")
                        + String.valueOf(from.role() == null ? "" : from.role().getLabel()) + "检查",
                "list",
                lists(from).stream().findFirst().map(Checklist::code).orElse(""),
                "due",
                phase.map(Phase::to).filter(usual::isAfter).orElse(usual).toString(),
                "performer",
                "charge",
                "inspectors",
                "office",
                "way",
                Way.CHOSEN.name()));
        return show(from, sent, sheet, typed, from.chosen(), UUID.randomUUID().toString(), caller, model);
    }

    @PostMapping("/plans")
    String order(
            @RequestParam MultiValueMap<String, String> sent,
            Caller caller,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireOrder(caller);
        UnitSelection from = selection(sent.toSingleValueMap(), caller);
        FormSheet sheet = sheet(from);
        Typed typed = sheet.read(sent);
        Set<Long> chosen = chosen(sent.get("units"));
        String request = request(sent.getFirst("request"));
        if (typed.isFine()) {
            try {
                Ordered ordered = order(caller, from, typed, chosen, request);
                redirect.addFlashAttribute(
                        "done",
                        "已下达 " + ordered.tasks() + " 项检查任务"
                                + (ordered.left() == 0 ? "" : "；另有 " + ordered.left() + " 家已有未完成的同类任务，没有重复下达"));
                return "redirect:/plans/" + ordered.plan();
            } catch (Refusal refusal) {
                typed.reject(refusal.getField(), refusal.sentence());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(from, sent.toSingleValueMap(), sheet, typed, chosen, request, caller, model);
    }

    private Ordered order(Caller caller, UnitSelection from, Typed typed, Set<Long> chosen, String request) {
        Order order = new Order(
                request,
                typed.text("title"),
                typed.text("note"),
                checklists.current(typed.text("list"), today.day()),
                java.util.Objects.requireNonNull(typed.day("due")),
                typed.text("performer").equals(PlanForm.OWN),
                typed.text("inspectors").equals(PlanForm.DRAW));
        return switch (java.util.Objects.requireNonNull(typed.one("way", Way.class))) {
            case CHOSEN -> planning.orderChosen(caller, order, from, chosen);
            case ALL -> planning.orderAll(caller, order, from);
            case DRAWN -> planning.orderDrawn(caller, order, from, typed.whole("count"));
        };
    }

    private String show(
            UnitSelection from,
            Map<String, String> sent,
            FormSheet sheet,
            Typed typed,
            Set<Long> chosen,
            String request,
            Caller caller,
            Model model) {
        Page<UnitSelection.Listed> page = from.page(1);
        Map<String, String> filters = filters(sent);
        filters.put("role", String.valueOf(from.role()));
        typed.show(model);
        model.addAttribute("sheet", sheet);
        model.addAttribute("from", from);
        model.addAttribute("filters", filters);
        model.addAttribute("roles", TaskRights.ordered(caller));
        model.addAttribute("offices", units.offices(caller));
        model.addAttribute("units", page.getContent());
        model.addAttribute("total", page.getTotalElements());
        model.addAttribute("leftOut", leftOut(filters.getOrDefault("only", ""), page.getTotalElements()));
        model.addAttribute("chosen", chosen);
        model.addAttribute("request", request);
        return "plan/new";
    }

    /** How many of the units that were chosen elsewhere are not among those that can be ticked. */
    private static long leftOut(String only, long listed) {
        long chosen = Stream.of(only.split(","))
                .filter(id -> !id.isBlank())
                .distinct()
                .count();
        return Math.max(0, chosen - listed);
    }

    /** The units of the register that the filters leave; of the kind that this person orders first, if none is given. */
    private UnitSelection selection(Map<String, String> sent, Caller caller) {
        Map<String, String> filters = filters(sent);
        filters.putIfAbsent(
                "role",
                DeskRoles.of(caller.office()).stream()
                        .findFirst()
                        .orElse(EnterpriseRole.FILLING_STATION)
                        .name());
        if (TaskRights.onlyHighRisk(caller)) {
            filters.put("risk", "high");
        }
        UnitSelection selection = units.select(filters, caller.scope());
        if (!TaskRights.ordered(caller).contains(selection.role())) {
            throw new Forbidden("这一类单位不由本科室负责，不能下达检查任务。");
        }
        return selection;
    }

    private static Map<String, String> filters(Map<String, String> sent) {
        Map<String, String> filters = new LinkedHashMap<>();
        FILTERS.stream()
                .filter(name -> !sent.getOrDefault(name, "").isBlank())
                .forEach(name -> filters.put(name, sent.get(name)));
        return filters;
    }

    private FormSheet sheet(UnitSelection from) {
        return PlanForm.sheet(lists(from));
    }

    private List<Checklist> lists(UnitSelection from) {
        return checklists.inspectionLists(today.day()).stream()
                .filter(list -> list.role().equals(String.valueOf(from.role())))
                .toList();
    }

    private static void requireOrder(Caller caller) {
        if (!TaskRights.mayOrder(caller)) {
            throw new Forbidden("检查任务由专班办公室、县局特设股和市局有关科室下达。");
        }
    }

    private static Set<Long> chosen(@Nullable List<String> sent) {
        return sent == null
                ? Set.of()
                : sent.stream()
                        .filter(id -> id != null && id.matches("[0-9]{1,18}"))
                        .map(Long::valueOf)
                        .collect(Collectors.toSet());
    }

    private static String request(@Nullable String sent) {
        return sent != null && sent.matches("[A-Za-z0-9-]{8,64}")
                ? sent
                : UUID.randomUUID().toString();
    }

    private static String fragment(Map<String, String> sent) {
        String q = sent.getOrDefault("q", "").strip();
        return q.length() > LONGEST ? q.substring(0, LONGEST) : q;
    }
}
