package gassafety.lookback;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import gassafety.desk.DeskPanel;
import gassafety.desk.RecordSlot;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import gassafety.office.Role;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Looks back that wait for a visit or a second signature on the desks of those who make them, and on their hazard. */
@Component
class LookbackPanel implements DeskPanel, RecordSlot {

    private static final int ORDER = 30;
    private static final Sort FIRST = Sort.by("due", "id");

    private final Lookbacks lookbacks;
    private final WorkingDays workingDays;
    private final Today today;

    LookbackPanel(Lookbacks lookbacks, WorkingDays workingDays, Today today) {
        this.lookbacks = lookbacks;
        this.workingDays = workingDays;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        if (!caller.isStaff() || !caller.scope().reads(RecordKind.HAZARDS) || !Lookback.mayVisit(caller)) {
            return Tasks.NONE;
        }
        Specification<Lookback> toVisit =
                (lookback, query, criteria) -> criteria.equal(lookback.get("state"), LookbackState.DRAWN);
        Specification<Lookback> toSign = (lookback, query, criteria) -> criteria.and(
                criteria.equal(lookback.get("state"), LookbackState.WRITTEN),
                criteria.notEqual(lookback.get("writerId"), caller.accountId()));
        boolean onSite = caller.is(Role.INSPECTOR);
        Page<Lookback> page = lookbacks.page(onSite ? toVisit.or(toSign) : toSign, caller.scope(), 1, most, FIRST);
        Tasks own = new Tasks(page.stream().map(this::task).toList(), page.getTotalElements(), false);
        return onSite ? own : own.and(summary(lookbacks.page(toVisit, caller.scope(), 1, 1, FIRST)));
    }

    /** Those above the inspectors look after the visits as a whole. */
    private Tasks summary(Page<Lookback> toVisit) {
        return toVisit.stream()
                .findFirst()
                .map(first -> Tasks.of(new Task(
                        "回头看",
                        toVisit.getTotalElements() + " 条待核查，最早一条的期限是 " + first.getDue(),
                        "/lookbacks?state=" + LookbackState.DRAWN,
                        first.getDue(),
                        workingDays.workingDaysOverdue(first.getDue(), today.day()))))
                .orElse(Tasks.NONE);
    }

    private Task task(Lookback lookback) {
        return new Task(
                lookback.getState() == LookbackState.WRITTEN ? "会签回头看" : "回头看",
                lookback.getHazardNumber() + " " + lookback.getUnitName() + "：" + lookback.getProblem(),
                lookback.getAddress(),
                lookback.getDue(),
                workingDays.workingDaysOverdue(lookback.getDue(), today.day()));
    }

    @Override
    public String page() {
        return "hazards";
    }

    @Override
    public List<Section> sections(long id, Caller caller) {
        if (!caller.isStaff()) {
            return List.of();
        }
        List<Row> rows = lookbacks
                .page(
                        (lookback, query, criteria) -> criteria.equal(lookback.get("hazardId"), id),
                        caller.scope(),
                        1,
                        1,
                        FIRST)
                .map(lookback -> new Row(
                        "第" + lookback.getPhase() + "阶段回头看",
                        lookback.getAddress(),
                        lookback.getVisitedOn() == null
                                ? lookback.getDue() + " 前"
                                : lookback.getVisitedOn().toString(),
                        lookback.getState().getLabel(),
                        lookback.getState().getTone()))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(new Section(ORDER, "回头看", "", rows, List.of()));
    }
}
