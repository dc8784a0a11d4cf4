package gassafety.hazard;

import gassafety.hazard.Tally.Cell;
import gassafety.hazard.Tally.Term;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.web.Labelled;
import java.util.List;
import org.springframework.data.jpa.domain.Specification;

/** The figures on top of the ledger, which are its quick filters; each counts exactly what it opens. */
enum LedgerView implements Labelled {
    OPEN("未销号", false),
    MAJOR("重大", true),
    OVERDUE("逾期", true),
    MAJOR_OVERDUE("重大逾期", true),
    THIS_WEEK("本周到期", false),
    RECHECK("待复查", false),
    CLOSURE("待销号", false),
    TO_DETERMINE("待认定", true),
    TO_REPORT("待上报", true);

    private final String label;
    private final boolean alarm;

    LedgerView(String label, boolean alarm) {
        this.label = label;
        this.alarm = alarm;
    }

    /** The views on this person's ledger. */
    static List<LedgerView> of(Caller caller) {
        if (caller.scope().isEnterprise()) {
            return List.of(OPEN, OVERDUE, THIS_WEEK, RECHECK);
        }
        if (caller.isAny(Role.FIELD_OFFICE_HEAD, Role.CAMPAIGN_OFFICE)) {
            return List.of(OPEN, MAJOR, OVERDUE, THIS_WEEK, RECHECK, CLOSURE, TO_REPORT);
        }
        if (caller.isAny(Role.LEADER, Role.HEAD)) {
            return List.of(OPEN, MAJOR, MAJOR_OVERDUE, OVERDUE, THIS_WEEK, RECHECK, TO_REPORT);
        }
        return caller.is(Role.COUNTY_SPECIAL_SECTION)
                ? List.of(OPEN, MAJOR, OVERDUE, THIS_WEEK, RECHECK, TO_DETERMINE, TO_REPORT)
                : List.of(OPEN, MAJOR, OVERDUE, THIS_WEEK, RECHECK, TO_REPORT);
    }

    @Override
    public String getLabel() {
        return label;
    }

    String label(Caller caller) {
        boolean mine = this == RECHECK && caller.is(Role.INSPECTOR)
                || this == CLOSURE && caller.isAny(Role.FIELD_OFFICE_HEAD, Role.CAMPAIGN_OFFICE);
        return mine ? label.replace("待", "待我") : label;
    }

    boolean isAlarm() {
        return alarm;
    }

    /** Whether it depends on who looks, so that no tally of kinds can tell how many there are. */
    boolean isPersonal(Caller caller) {
        return this == RECHECK && caller.is(Role.INSPECTOR);
    }

    /** Whether hazards of this kind are in it; the same rule as {@link #on}, for views that are not personal. */
    boolean holds(Cell cell, Caller caller) {
        return cell.isOpen()
                && switch (this) {
                    case OPEN -> true;
                    case MAJOR -> cell.level() == HazardLevel.MAJOR;
                    case OVERDUE -> cell.isTermRunning() && cell.term() == Term.PAST;
                    case MAJOR_OVERDUE -> MAJOR.holds(cell, caller) && OVERDUE.holds(cell, caller);
                    case THIS_WEEK -> cell.isTermRunning() && cell.term() == Term.THIS_WEEK;
                    case RECHECK -> cell.state() == HazardState.AWAITING_RECHECK;
                    case CLOSURE ->
                        caller.is(Role.CAMPAIGN_OFFICE)
                                ? cell.state() == HazardState.AWAITING_SECTION && cell.reportedUp()
                                : cell.state() == HazardState.AWAITING_CLOSURE
                                        && cell.level() != HazardLevel.PROPOSED_MAJOR;
                    case TO_DETERMINE -> cell.level() == HazardLevel.PROPOSED_MAJOR;
                    case TO_REPORT -> cell.level() == HazardLevel.MAJOR && !cell.reportedUp();
                };
    }

    /** @param standing the day and its working days */
    Specification<Hazard> on(Caller caller, Standing standing) {
        return HazardLedger.isOpen().and(narrower(caller, standing));
    }

    private Specification<Hazard> narrower(Caller caller, Standing standing) {
        return switch (this) {
            case OPEN -> Specification.unrestricted();
            case MAJOR -> Waiting.of(HazardLevel.MAJOR);
            case OVERDUE ->
                Waiting.termRunning()
                        .and((hazard, query, criteria) ->
                                criteria.lessThan(hazard.get("due"), standing.lastWorkingDay()));
            case MAJOR_OVERDUE -> Waiting.of(HazardLevel.MAJOR).and(OVERDUE.narrower(caller, standing));
            case THIS_WEEK ->
                Waiting.termRunning()
                        .and((hazard, query, criteria) ->
                                criteria.between(hazard.get("due"), standing.today(), standing.sunday()));
            case RECHECK ->
                caller.is(Role.INSPECTOR)
                        ? Waiting.recheck(caller).or(Waiting.countersignature(caller))
                        : Waiting.in(HazardState.AWAITING_RECHECK);
            case CLOSURE -> caller.is(Role.CAMPAIGN_OFFICE) ? Waiting.closureBySection() : Waiting.closureByChief();
            case TO_DETERMINE -> Waiting.of(HazardLevel.PROPOSED_MAJOR);
            case TO_REPORT ->
                Waiting.of(HazardLevel.MAJOR)
                        .and((hazard, query, criteria) -> criteria.isNull(hazard.get("reportNumber")));
        };
    }
}
