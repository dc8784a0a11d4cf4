package gassafety.plan;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.campaign.Phase;
import gassafety.inspection.Inspections;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Callers;
import gassafety.office.Role;
import gassafety.register.EnterpriseRole;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelection.Listed;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Orders, assigns, urges and withdraws inspections. */
@Service
public class Planning {

    /** Units of one plan. */
    static final int MOST = 2_000;

    /** Units that a draw can be made from. */
    static final int MOST_CANDIDATES = 100_000;

    private final InspectionTasks tasks;
    private final Callers callers;
    private final Journal journal;
    private final Campaigns campaigns;
    private final InspectorDraws draws;
    private final JdbcClient jdbc;
    private final Today today;

    Planning(
            InspectionTasks tasks,
            Callers callers,
            Journal journal,
            Campaigns campaigns,
            InspectorDraws draws,
            JdbcClient jdbc,
            Today today) {
        this.tasks = tasks;
        this.callers = callers;
        this.journal = journal;
        this.campaigns = campaigns;
        this.draws = draws;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** A plan that was ordered; some units may be left out because they wait for the same inspection already. */
    public record Ordered(long plan, int tasks, int left) {}

    /** Orders the inspection of the units of a selection that were ticked. */
    @Transactional
    public Ordered orderChosen(Caller by, Order order, UnitSelection from, Collection<Long> chosen) {
        Optional<Ordered> before = orderedBefore(by, order);
        if (before.isPresent()) {
            return before.get();
        }
        if (chosen.isEmpty()) {
            throw new Refusal("units", "请至少勾选一家单位。");
        }
        Set<Long> wanted = new HashSet<>(chosen);
        requireFewer(from.total(), MOST_CANDIDATES);
        List<Listed> units =
                from.all().stream().filter(unit -> wanted.contains(unit.id())).toList();
        if (units.size() < wanted.size()) {
            throw new Refusal("units", "勾选的单位中有 " + (wanted.size() - units.size()) + " 家已不符合条件，请重新选择。");
        }
        return order(by, order, from, Way.CHOSEN, units, null, null);
    }

    /** Orders the inspection of all units of a selection. */
    @Transactional
    public Ordered orderAll(Caller by, Order order, UnitSelection from) {
        Optional<Ordered> before = orderedBefore(by, order);
        if (before.isPresent()) {
            return before.get();
        }
        requireFewer(from.total(), MOST);
        return order(by, order, from, Way.ALL, from.all(), null, null);
    }

    /** Draws units from a selection with a new seed. */
    @Transactional
    public Ordered orderDrawn(Caller by, Order order, UnitSelection from, int count) {
        return orderDrawn(by, order, from, count, Draw.newSeed());
    }

    /** Draws units from a selection; the seed is kept with the candidates, so that the draw can be done again. */
    @Transactional
    public Ordered orderDrawn(Caller by, Order order, UnitSelection from, int count, String seed) {
        Optional<Ordered> before = orderedBefore(by, order);
        if (before.isPresent()) {
            return before.get();
        }
        requireFewer(from.total(), MOST_CANDIDATES);
        Set<Long> waiting = waiting(by, order);
        List<Listed> candidates =
                from.all().stream().filter(unit -> !waiting.contains(unit.id())).toList();
        if (count < 1 || count > Math.min(candidates.size(), MOST)) {
            throw new Refusal(
                    "count",
                    "能抽取的单位有 " + candidates.size() + " 家，抽取数应在 1 到 " + Math.min(candidates.size(), MOST) + " 之间。");
        }
        Long[] ids = candidates.stream().map(Listed::id).toArray(Long[]::new);
        return order(by, order, from, Way.DRAWN, Draw.from(candidates, count, seed), seed, ids);
    }

    /** Tells inspectors of the office that is to do it to inspect; a reason is needed when others had been told. */
    @Transactional
    public void assign(Collection<Long> ids, Caller by, Collection<Long> accounts, String reason) {
        each(ids, by, task -> {
            if (!TaskRights.mayAssign(by, task.getPerformerPath())) {
                throw new Forbidden("检查任务由承办单位的负责人（所长）派发。");
            }
            List<Caller> people = inspectorsOf(task.getPerformerPath()).stream()
                    .filter(person -> accounts.contains(person.accountId()))
                    .toList();
            if (people.size() < accounts.size()) {
                throw new Refusal("inspectors", "请从承办单位的持证检查人员中选择。");
            }
            boolean again = task.assign(people, reason, by, today.day());
            record(
                    again ? Act.TASK_REASSIGNED : Act.TASK_ASSIGNED,
                    task,
                    by,
                    task.getAssigneeNames() + (reason.isEmpty() ? "" : "。" + reason));
        });
    }

    /** 催办 */
    @Transactional
    public void urge(Collection<Long> ids, Caller by, String words) {
        each(ids, by, task -> {
            if (!TaskRights.mayOrder(by)) {
                throw new Forbidden("催办由下达任务的岗位办理。");
            }
            task.requireOpen();
            record(Act.TASK_URGED, task, by, words);
        });
    }

    @Transactional
    public void withdraw(Collection<Long> ids, Caller by, String reason) {
        each(ids, by, task -> {
            if (!TaskRights.mayOrder(by)
                    || task.custody().getOfficeId() != by.office().getId()) {
                throw new Forbidden("检查任务由下达它的单位撤回。");
            }
            task.withdraw(reason, by, today.day());
            record(Act.TASK_WITHDRAWN, task, by, reason);
        });
    }

    /** The tasks of a plan that are still open, as far as this person reads them; those that were first ordered first. */
    @Transactional(readOnly = true)
    public List<Long> open(long plan, Caller reader) {
        List<Long> open = new ArrayList<>();
        tasks.each(
                TaskFilter.ALL.ofPlan(plan).inState(TaskFilter.OPEN).on(today.day(), reader),
                reader.scope(),
                Sort.by("id"),
                task -> open.add(task.getId()));
        return open;
    }

    /** Certified inspectors who work at an office or below it. */
    List<Caller> inspectorsOf(String officePath) {
        return callers.workingBelow(officePath, Role.INSPECTOR).stream()
                .filter(Inspections::mayInspect)
                .toList();
    }

    private void each(Collection<Long> ids, Caller by, Consumer<InspectionTask> act) {
        ids.stream()
                .sorted()
                .distinct()
                .map(id -> tasks.lock(id, by.scope()).orElseThrow(NotFound::new))
                .forEach(act);
    }

    private Ordered order(
            Caller by,
            Order order,
            UnitSelection from,
            Way way,
            List<Listed> units,
            @Nullable String seed,
            Long @Nullable [] candidates) {
        requireOrder(by, order, from);
        Optional<Phase> phase = campaigns.phaseOn(today.day());
        phase.filter(now -> order.due().isAfter(now.to())).ifPresent(now -> {
            throw new Refusal("due", "完成期限不能晚于" + now.name() + "的最后一天 " + now.to() + "。");
        });
        Integer number = phase.map(Phase::number).orElse(null);
        Set<Long> waiting = waiting(by, order);
        List<Listed> fresh =
                units.stream().filter(unit -> !waiting.contains(unit.id())).toList();
        if (fresh.isEmpty()) {
            throw new Refusal(units.isEmpty() ? "没有符合条件的单位，没有下达任务。" : "这些单位都已有同一张检查表的未完成任务，没有重复下达。");
        }
        String inspectorSeed = order.drawsInspectors() ? Draw.newSeed() : null;
        long plan = insert(by, order, number, from, way, seed, candidates, inspectorSeed);
        Map<String, List<Caller>> inspectors = new HashMap<>();
        for (Listed unit : fresh) {
            InspectionTask task = tasks.save(new InspectionTask(plan, order, number, unit, by, today.day()));
            record(Act.TASK_ORDERED, task, by, order.title());
            if (inspectorSeed != null && task.state().mayBecome(TaskState.ASSIGNED)) {
                drawInspectors(
                        task,
                        inspectors.computeIfAbsent(task.getPerformerPath(), this::inspectorsOf),
                        inspectorSeed,
                        by);
            }
        }
        return new Ordered(plan, fresh.size(), units.size() - fresh.size());
    }

    private void drawInspectors(InspectionTask task, List<Caller> inspectors, String seed, Caller by) {
        List<Caller> drawn = draws.draw(task, inspectors, seed);
        if (!drawn.isEmpty()) {
            task.assign(drawn, "随机选派", by, today.day());
            record(Act.TASK_ASSIGNED, task, by, task.getAssigneeNames() + "。随机选派");
        }
    }

    private void requireOrder(Caller by, Order order, UnitSelection from) {
        if (!TaskRights.mayOrder(by)) {
            throw new Forbidden("检查任务由专班办公室、县局特设股和市局有关科室下达。");
        }
        EnterpriseRole role = EnterpriseRole.valueOf(order.list().role());
        if (from.role() != role) {
            throw new Refusal("list", "“" + order.list().title() + "”只用于" + role.getLabel() + "，请先按这一类别筛选单位。");
        }
        if (!TaskRights.ordered(by).contains(role)) {
            throw new Refusal("list", role.getLabel() + "不由本科室负责，不能下达这类检查任务。");
        }
        if (TaskRights.onlyHighRisk(by) && !from.isHighRisk()) {
            throw new Refusal("信用监管科只对信用风险 C、D 级的单位下达检查任务，请先按信用风险筛选。");
        }
        if (order.due().isBefore(today.day())) {
            throw new Refusal("due", "完成期限不能早于今天 " + today.day() + "。");
        }
        if (order.byOwnOffice() && inspectorsOf(by.office().getPath()).isEmpty()) {
            throw new Refusal("performer", "本单位没有持证的检查人员，请选择由监管所队办理。");
        }
    }

    /** Units that wait for an inspection with this list already. */
    private Set<Long> waiting(Caller by, Order order) {
        return jdbc.sql("select enterprise_id from inspection_task where list_code = :list"
                        + " and starts_with(charge_path, :path) and withdrawn_on is null and fulfilled_by is null")
                .param("list", order.list().code())
                .param("path", by.office().bureau().getPath())
                .query(Long.class)
                .set();
    }

    private static void requireFewer(long total, int most) {
        if (total > most) {
            throw new Refusal("符合条件的单位有 " + total + " 家，一次最多 " + most + " 家，请先用筛选缩小范围。");
        }
    }

    private Optional<Ordered> orderedBefore(Caller by, Order order) {
        return jdbc.sql("select p.id as plan, (select count(*) from inspection_task where plan_id = p.id) as tasks"
                        + " from plan p where request_key = :key and ordered_by = :by")
                .param("key", order.key())
                .param("by", by.accountId())
                .query((row, number) -> new Ordered(row.getLong("plan"), row.getInt("tasks"), 0))
                .optional();
    }

    private long insert(
            Caller by,
            Order order,
            @Nullable Integer phase,
            UnitSelection from,
            Way way,
            @Nullable String seed,
            Long @Nullable [] candidates,
            @Nullable String inspectorSeed) {
        String words = from.words();
        return jdbc.sql("""
                        insert into plan (request_key, title, note, phase, list_code, list_title, due, office_id,
                            office_name, office_path, ordered_by, ordered_by_name, ordered_on, way, chosen_from, seed,
                            candidates, inspector_seed)
                        values (:key, :title, :note, :phase, :list, :listTitle, :due, :office, :officeName,
                            :officePath, :by, :byName, :day, :way, :from, :seed, :candidates,
                            :inspectorSeed)
                        returning id
                        """)
                .param("key", order.key())
                .param("title", order.title())
                .param("note", order.note())
                .param("phase", phase, java.sql.Types.INTEGER)
                .param("list", order.list().code())
                .param("listTitle", order.list().title())
                .param("due", order.due())
                .param("office", by.office().getId())
                .param("officeName", by.office().getShortName())
                .param("officePath", by.office().getPath())
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("day", today.day())
                .param("way", way.name())
                .param("from", words.substring(0, Math.min(1_000, words.length())))
                .param("seed", seed, java.sql.Types.VARCHAR)
                .param("candidates", candidates, java.sql.Types.ARRAY)
                .param("inspectorSeed", inspectorSeed, java.sql.Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    private void record(Act act, InspectionTask task, Caller by, String note) {
        journal.record(Posting.of(act, today.day(), by, new Source(SourceKind.TASK, task.getId()))
                .note(note));
    }
}
