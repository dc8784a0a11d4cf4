package gassafety.register;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;

/** Who may change the register; pages ask the same rules which buttons to show. */
final class RegisterRights {

    private RegisterRights() {}

    /** Inspectors register and edit what their office is in charge of, the county's section what its county is. */
    static boolean mayRegister(Caller by) {
        return by.isAny(Role.INSPECTOR, Role.COUNTY_SPECIAL_SECTION);
    }

    static boolean mayEdit(Caller by, String chargePath) {
        return mayRegister(by) && by.scope().covers(chargePath);
    }

    /** The county's section hands units over within the county, the campaign office between counties. */
    static boolean mayReassign(Caller by, String chargePath) {
        return by.isAny(Role.COUNTY_SPECIAL_SECTION, Role.CAMPAIGN_OFFICE)
                && by.scope().covers(chargePath);
    }

    static void requireEdit(Caller by, String chargePath) {
        if (!mayEdit(by, chargePath)) {
            throw new Forbidden("监管对象的登记和修改由负责监管它的所（检查员）或县局特设股办理。");
        }
    }

    static void requireReassign(Caller by, String chargePath) {
        if (!mayReassign(by, chargePath)) {
            throw new Forbidden("监管单位的变更由县局特设股（本县内）或专班办公室（跨县区）办理。");
        }
    }

    /** An office that can be in charge of units, and that this caller may give them to. */
    static void requireTarget(Caller by, Office office) {
        if (office.getKind() == OfficeKind.SECTION || !by.scope().covers(office.getPath())) {
            throw new Refusal("chargeOffice", "请从列表中选择负责监管的所队或县局。");
        }
    }
}
