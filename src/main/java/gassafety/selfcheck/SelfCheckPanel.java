package gassafety.selfcheck;

import gassafety.desk.DeskPanel;
import gassafety.desk.RecordSlot;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.ArrayList;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Self-checks on the unit's page, and on the desks of those who have to do with them. */
@Component
class SelfCheckPanel implements DeskPanel, RecordSlot {

    private static final int ORDER = 45;
    private static final int LATEST = 5;
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("startedOn"), Sort.Order.desc("id"));

    private final SelfChecks checks;
    private final SelfCheckWork work;

    SelfCheckPanel(SelfChecks checks, SelfCheckWork work) {
        this.checks = checks;
        this.work = work;
    }

    @Override
    public Tasks tasks(Caller caller) {
        if (!caller.scope().reads(RecordKind.ENTERPRISES)) {
            return Tasks.NONE;
        }
        if (caller.isStaff()) {
            return SelfCheck.mayAccept(caller) ? waiting(SelfCheckState.SUBMITTED, "受理企业自查", caller) : Tasks.NONE;
        }
        Tasks inHand = waiting(SelfCheckState.DRAFT, "填写自查", caller);
        List<Task> begin = new ArrayList<>();
        work.lists(work.own(caller)).stream()
                .filter(list -> checks.count(of(list.code()), caller.scope()) == 0)
                .forEach(list -> begin.add(new Task("开展自查", list.title(), "/selfchecks", null, 0)));
        return inHand.and(new Tasks(begin, begin.size(), false));
    }

    private static Specification<SelfCheck> of(String code) {
        return (check, query, criteria) -> criteria.equal(check.get("checklistCode"), code);
    }

    private Tasks waiting(SelfCheckState state, String what, Caller caller) {
        Page<SelfCheck> page = checks.page(
                (check, query, criteria) -> criteria.equal(check.get("state"), state),
                caller.scope(),
                1,
                Tasks.MOST,
                NEWEST);
        return new Tasks(
                page.stream()
                        .map(check -> new Task(
                                check.getReturned().isEmpty() ? what : "修改被退回的自查",
                                check.getUnitName() + " " + check.getChecklistTitle(),
                                check.getAddress(),
                                null,
                                0))
                        .toList(),
                page.getTotalElements(),
                false);
    }

    @Override
    public String page() {
        return "enterprises";
    }

    @Override
    public List<Section> sections(long id, Caller caller) {
        List<Row> rows = checks.page(
                        (check, query, criteria) ->
                                criteria.equal(check.get("custody").get("enterpriseId"), id),
                        caller.scope(),
                        1,
                        LATEST,
                        NEWEST)
                .map(check -> new Row(
                        check.getChecklistTitle(),
                        check.getAddress(),
                        check.getStartedOn() + "，发现问题 " + check.getProblems() + " 处",
                        check.getState().getLabel(),
                        check.getState().getTone()))
                .toList();
        return List.of(new Section(ORDER, "企业自查", "还没有开展自查。", rows, List.of()));
    }
}
