package gassafety.selfcheck;

import gassafety.calendar.Today;
import gassafety.campaign.Campaigns;
import gassafety.checklist.ChecklistKind;
import gassafety.checklist.Checklists;
import gassafety.desk.DeskBlock;
import gassafety.desk.DeskPanel;
import gassafety.desk.ListActions;
import gassafety.desk.RecordSlot;
import gassafety.desk.Task;
import gassafety.desk.Tasks;
import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.RecordKind;
import gassafety.register.DeskRoles;
import gassafety.register.EnterpriseRole;
import gassafety.register.UnitSelection;
import gassafety.register.UnitSelections;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Component;

/** Self-checks on the unit's page, and on the desks of those who have to do with them. */
@Component
class SelfCheckPanel implements DeskPanel, RecordSlot {

    private static final int ORDER = 45;
    private static final int LATEST = 5;
    private static final int WIDE = 55;
    private static final int MOST_UNITS = 8;
    private static final Sort NEWEST = Sort.by(Sort.Order.desc("startedOn"), Sort.Order.desc("id"));

    private final SelfChecks checks;
    private final SelfCheckWork work;
    private final Checklists checklists;
    private final UnitSelections units;
    private final ListActions actions;
    private final Campaigns campaigns;
    private final Today today;

    SelfCheckPanel(
            SelfChecks checks,
            SelfCheckWork work,
            Checklists checklists,
            UnitSelections units,
            ListActions actions,
            Campaigns campaigns,
            Today today) {
        this.checks = checks;
        this.work = work;
        this.checklists = checklists;
        this.units = units;
        this.actions = actions;
        this.campaigns = campaigns;
        this.today = today;
    }

    @Override
    public Tasks tasks(Caller caller, int most) {
        if (!caller.scope().reads(RecordKind.ENTERPRISES)) {
            return Tasks.NONE;
        }
        if (caller.isStaff()) {
            return SelfCheck.mayAccept(caller) ? waiting(SelfCheckState.SUBMITTED, "受理企业自查", caller, most) : Tasks.NONE;
        }
        Tasks inHand = waiting(SelfCheckState.DRAFT, "填写自查", caller, most);
        List<Task> begin = new ArrayList<>();
        work.lists(work.own(caller)).stream()
                .filter(list -> checks.count(of(list.code()), caller.scope()) == 0)
                .forEach(list -> begin.add(new Task("开展自查", list.title(), "/selfchecks", null, 0)));
        return inHand.and(new Tasks(begin, begin.size(), false));
    }

    private static Specification<SelfCheck> of(String code) {
        return (check, query, criteria) -> criteria.equal(check.get("checklistCode"), code);
    }

    private Tasks waiting(SelfCheckState state, String what, Caller caller, int most) {
        Page<SelfCheck> page = checks.page(
                (check, query, criteria) -> criteria.equal(check.get("state"), state), caller.scope(), 1, most, NEWEST);
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

    /** Of the kinds of unit that a desk answers for: those that handed in no self-check in this campaign. */
    @Override
    public List<DeskBlock> blocks(Caller caller, Office desk) {
        if (caller.scope().isEnterprise() || !caller.scope().reads(RecordKind.ENTERPRISES)) {
            return List.of();
        }
        Office area = desk.getKind() == OfficeKind.SECTION ? desk.bureau() : desk;
        return DeskRoles.on(desk, caller).stream()
                .filter(this::checksItself)
                .map(role -> silent(role, area, caller))
                .toList();
    }

    private boolean checksItself(EnterpriseRole role) {
        return checklists.forRole(role.name(), today.day()).stream()
                .anyMatch(list -> list.kind() == ChecklistKind.SELF_CHECK);
    }

    private DeskBlock silent(EnterpriseRole role, Office area, Caller caller) {
        LocalDate since = campaigns.on(today.day()).firstDay();
        UnitSelection silent = units.select(
                Map.of("role", role.name(), "office", area.getCode(), "standing", "yes", "silent", since.toString()),
                caller.scope());
        Page<UnitSelection.Listed> page = silent.page(1);
        String address = silent.address("/enterprises");
        return new DeskBlock(
                WIDE,
                "还没有提交自查的" + role.getLabel() + " " + page.getTotalElements() + " 家",
                null,
                "自 " + since + " 起都已提交自查。",
                address,
                page.stream()
                        .limit(MOST_UNITS)
                        .map(unit -> new DeskBlock.Line(
                                unit.name(), unit.chargeOfficeName(), "查看", "/enterprises/" + unit.id(), false))
                        .toList(),
                page.isEmpty() ? List.of() : actions.of(address, caller));
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
