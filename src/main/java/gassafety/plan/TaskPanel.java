package gassafety.plan;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskBlock.Line;
import gassafety.desk.DeskPanel;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.inspection.Inspections;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Offices;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import gassafety.plan.PlanBook.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Component;

/** Tasks on desks: to assign for the 所长, to do for the inspector, how far they are for those who ordered them. */
@Component
class TaskPanel implements DeskPanel {

    private static final int TODAY = 20;
    private static final int BELOW = 60;
    private static final int ORDERED = 110;
    private static final int MOST_LINES = 8;
    private static final String CAMPAIGN_OFFICE = "special";

    private final TaskList list;
    private final PlanBook plans;
    private final Offices offices;
    private final Campaigns campaigns;
    private final WorkingDays workingDays;
    private final Today today;

    TaskPanel(
            TaskList list, PlanBook plans, Offices offices, Campaigns campaigns, WorkingDays workingDays, Today today) {
        this.list = list;
        this.plans = plans;
        this.offices = offices;
        this.campaigns = campaigns;
        this.workingDays = workingDays;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        if (!caller.isStaff() || !caller.scope().reads(RecordKind.INSPECTIONS)) {
            return Tasks.NONE;
        }
        Tasks tasks = Tasks.NONE;
        if (caller.is(Role.FIELD_OFFICE_HEAD)) {
            TaskFilter unassigned = TaskFilter.ALL
                    .inState(TaskState.PLANNED.name())
                    .by(caller.office().getCode(), caller.office().getPath());
            tasks = tasks.and(each(
                    unassigned,
                    caller,
                    most,
                    row -> new Task(
                            "派发检查任务",
                            said(row),
                            TaskAct.ASSIGN.getAddress() + "?task=" + row.task().getId(),
                            row.task().getDue(),
                            row.workingDaysLate())));
        }
        if (Inspections.mayInspect(caller)) {
            TaskFilter mine = TaskFilter.ALL.inState(TaskState.ASSIGNED.name()).ofMine();
            tasks = tasks.and(each(
                    mine,
                    caller,
                    most,
                    row -> new Task(
                            "开展检查", said(row), start(caller, row), row.task().getDue(), row.workingDaysLate())));
        }
        return TaskRights.mayOrder(caller) ? tasks.and(late(caller)) : tasks;
    }

    private interface Shown {
        Task as(TaskList.Row row);
    }

    private Tasks each(TaskFilter filter, Caller caller, int most, Shown shown) {
        Page<TaskList.Row> page = list.page(filter, caller, 1, most);
        return new Tasks(page.stream().map(shown::as).toList(), page.getTotalElements(), false);
    }

    private static String start(Caller caller, TaskList.Row row) {
        String start = TaskController.start(caller, row.task());
        return start.isEmpty() ? row.task().getAddress() : start;
    }

    private static String said(TaskList.Row row) {
        return row.task().getUnitName() + "（" + row.task().getListTitle() + "）"
                + (row.task().getUrged() == 0 ? "" : "，已催办 " + row.task().getUrged() + " 次");
    }

    /** Plans of the caller's office with tasks that are late. */
    private Tasks late(Caller caller) {
        List<Task> late = plans.unfinished(caller).stream()
                .filter(plan -> plan.late() > 0)
                .map(plan -> new Task(
                        "催办逾期检查任务",
                        plan.title() + "（" + plan.late() + " 家）",
                        "/tasks?state=LATE&plan=" + plan.id(),
                        plan.due(),
                        workingDays.workingDaysOverdue(plan.due(), today.day())))
                .toList();
        return new Tasks(late, late.size(), false);
    }

    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (!caller.isStaff() || !caller.scope().reads(RecordKind.INSPECTIONS)) {
            return List.of();
        }
        boolean own = desk.getId() == caller.office().getId();
        List<DeskBlock> blocks = new ArrayList<>();
        if (desk.getKind() == OfficeKind.FIELD_OFFICE) {
            blocks.add(ofFieldOffice(caller, desk));
        } else if (own && caller.isAny(Role.CAMPAIGN_OFFICE, Role.COUNTY_SPECIAL_SECTION, Role.HEAD, Role.LEADER)
                || desk.getCode().equals(CAMPAIGN_OFFICE)) {
            blocks.add(below(desk.bureau()));
        }
        if (own && TaskRights.mayOrder(caller)) {
            blocks.add(ordered(caller));
        }
        return blocks;
    }

    private DeskBlock ofFieldOffice(Caller caller, Office desk) {
        TaskFilter open = TaskFilter.ALL.inState(TaskFilter.OPEN).by(desk.getCode(), desk.getPath());
        Page<TaskList.Row> page = list.page(open, caller, 1, MOST_LINES);
        LocalDate day = today.day();
        return new DeskBlock(
                TODAY,
                "今日检查任务",
                page.isEmpty() ? null : String.valueOf(page.getTotalElements()),
                page.isEmpty() ? "没有未完成的检查任务。" : "项未完成，最急的在前",
                open.address("/tasks"),
                page.stream()
                        .map(row -> new Line(
                                row.task().getUnitName(),
                                row.task().getAssigneeNames().isEmpty()
                                        ? "待派发"
                                        : row.task().getAssigneeNames(),
                                row.isLate()
                                        ? "逾期" + row.workingDaysLate() + "个工作日"
                                        : row.task().getDue().equals(day)
                                                ? "今天到期"
                                                : row.task().getDue() + " 前",
                                row.task().getAddress(),
                                row.isLate()))
                        .toList());
    }

    /** 完成/计划 of the counties of the municipality, or of the 所 of a county, in this phase. */
    private DeskBlock below(Office bureau) {
        LocalDate since = campaigns
                .phaseOn(today.day())
                .map(Phase::from)
                .orElse(campaigns.current().firstDay());
        List<Standing> standings = plans.standings(bureau.getPath(), since);
        List<Line> lines = offices.below(bureau.getPath()).stream()
                .filter(office ->
                        office.getParent() != null && office.getParent().getId() == bureau.getId())
                .map(office -> line(office, standings))
                .filter(Objects::nonNull)
                .toList();
        return new DeskBlock(
                BELOW,
                bureau.getKind() == OfficeKind.MUNICIPAL_BUREAU ? "各县区检查任务（完成 / 计划）" : "各所队检查任务（完成 / 计划）",
                null,
                "本阶段还没有下达检查任务。",
                "/tasks",
                lines);
    }

    private static @org.jspecify.annotations.Nullable Line line(Office office, List<Standing> standings) {
        List<Standing> own = standings.stream()
                .filter(standing -> standing.performerPath().startsWith(office.getPath()))
                .toList();
        long planned = own.stream().mapToLong(Standing::planned).sum();
        if (planned == 0) {
            return null;
        }
        long done = own.stream().mapToLong(Standing::done).sum();
        long late = own.stream().mapToLong(Standing::late).sum();
        return new Line(
                office.getShortName(),
                done + " / " + planned + " 家",
                late > 0 ? "逾期 " + late : done == planned ? "已完成" : "未完成 " + (planned - done),
                "/tasks?office=" + office.getCode() + "&state="
                        + (late > 0 ? TaskFilter.LATE : done == planned ? TaskState.DONE.name() : TaskFilter.OPEN),
                late > 0);
    }

    private DeskBlock ordered(Caller caller) {
        return new DeskBlock(
                ORDERED,
                "本单位下达的检查计划",
                null,
                "没有未完成的检查计划。",
                "/plans",
                plans.unfinished(caller).stream()
                        .limit(MOST_LINES)
                        .map(plan -> new Line(
                                plan.title(),
                                plan.due() + " 前" + (plan.late() > 0 ? "，逾期 " + plan.late() + " 家" : ""),
                                plan.done() + " / " + plan.planned(),
                                plan.address(),
                                plan.late() > 0))
                        .toList());
    }
}
