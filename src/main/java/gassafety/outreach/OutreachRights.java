package gassafety.outreach;

import gassafety.office.Caller;
import gassafety.office.OfficeKind;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import java.util.Arrays;
import java.util.List;

/** Who records outreach: each office its own, documents and task forces only above the 所. */
final class OutreachRights {

    private OutreachRights() {}

    static boolean mayEnter(Caller caller) {
        return caller.isAny(
                Role.INSPECTOR,
                Role.FIELD_OFFICE_HEAD,
                Role.COUNTY_SPECIAL_SECTION,
                Role.COUNTY_ENFORCEMENT,
                Role.REPORTER,
                Role.CAMPAIGN_OFFICE,
                Role.DEPARTMENT);
    }

    static boolean mayEnter(Caller caller, OutreachKind kind) {
        return mayEnter(caller) && (!kind.isOfBureau() || caller.office().getKind() != OfficeKind.FIELD_OFFICE);
    }

    static void requireEnter(Caller caller) {
        if (!mayEnter(caller)) {
            throw new Forbidden("宣传培训由市局科室、县局填报人和业务股、市场监管所的人员登记。");
        }
    }

    static void requireEnter(Caller caller, OutreachKind kind) {
        requireEnter(caller);
        if (!mayEnter(caller, kind)) {
            throw new Forbidden(kind.getLabel() + "由县级以上市场监管局登记。");
        }
    }

    /**
     * Whether this person may add evidence to the record: those of the office that entered it, and those who fill in the
     * return in which it counts.
     */
    static boolean mayAddEvidence(Caller caller, OutreachRecord record) {
        return !record.isVoided()
                && (isOfOwnOffice(caller, record) || caller.isAny(Role.REPORTER, Role.CAMPAIGN_OFFICE));
    }

    static void requireAddEvidence(Caller caller, OutreachRecord record) {
        if (!mayAddEvidence(caller, record)) {
            throw new Forbidden("佐证由登记的单位或者填报月报的人员补充。");
        }
    }

    /** Whether this person may correct and void the record. */
    static boolean mayChange(Caller caller, OutreachRecord record) {
        return isOfOwnOffice(caller, record) && !record.isVoided();
    }

    static void requireChange(Caller caller, OutreachRecord record) {
        if (!isOfOwnOffice(caller, record)) {
            throw new Forbidden("记录由登记它的单位更正和作废。");
        }
    }

    private static boolean isOfOwnOffice(Caller caller, OutreachRecord record) {
        return mayEnter(caller, record.kind())
                && record.officeId() == caller.office().getId();
    }

    static List<OutreachKind> kinds(Caller caller) {
        return Arrays.stream(OutreachKind.values())
                .filter(kind -> mayEnter(caller, kind))
                .toList();
    }
}
