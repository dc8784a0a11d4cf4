package gassafety.plan;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Role;
import gassafety.register.DeskRoles;
import gassafety.register.EnterpriseRole;
import java.util.EnumSet;
import java.util.Set;

/** Who may order, assign, urge and withdraw; pages ask the same rules which buttons to show. */
final class TaskRights {

    private static final String CREDIT = "credit";

    private TaskRights() {}

    /** The kinds of unit that this person may order inspections of; none for most people. */
    static Set<EnterpriseRole> ordered(Caller by) {
        if (by.isAny(Role.CAMPAIGN_OFFICE, Role.COUNTY_SPECIAL_SECTION) || onlyHighRisk(by)) {
            return EnumSet.allOf(EnterpriseRole.class);
        }
        if (by.is(Role.DEPARTMENT) && !DeskRoles.of(by.office()).isEmpty()) {
            return EnumSet.copyOf(DeskRoles.of(by.office()));
        }
        return Set.of();
    }

    /** 信用监管科 orders inspections of units of every kind, but only of those of credit risk C or D. */
    static boolean onlyHighRisk(Caller by) {
        return by.is(Role.DEPARTMENT) && by.office().getCode().equals(CREDIT);
    }

    static boolean mayOrder(Caller by) {
        return !ordered(by).isEmpty();
    }

    /** The 所长 in a 所; in a bureau or a section of one, those who order there. */
    static boolean mayAssign(Caller by, String performerPath) {
        Office own = by.office();
        if (by.is(Role.FIELD_OFFICE_HEAD) && own.getPath().equals(performerPath)) {
            return true;
        }
        return mayOrder(by)
                && (own.getPath().equals(performerPath)
                        || own.bureau().getPath().equals(performerPath));
    }

    static boolean mayUrge(Caller by, InspectionTask task) {
        return mayOrder(by) && task.state().isOpen();
    }

    static boolean mayWithdraw(Caller by, InspectionTask task) {
        return mayOrder(by)
                && task.custody().getOfficeId() == by.office().getId()
                && task.state().mayBecome(TaskState.WITHDRAWN);
    }
}
