package gassafety.register;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.OfficeKind;
import gassafety.office.Role;
import java.util.List;
import java.util.Map;

/** Which kinds of unit the departments of the municipal bureau answer for. */
public final class DeskRoles {

    private static final Map<String, List<EnterpriseRole>> ROLES = Map.of(
            "quality", List.of(EnterpriseRole.APPLIANCE_PRODUCER, EnterpriseRole.APPLIANCE_SELLER),
            "price", List.of(EnterpriseRole.INSTALLATION_CHARGER),
            "online", List.of(EnterpriseRole.ECOMMERCE_PLATFORM),
            "special", List.of(EnterpriseRole.FILLING_STATION));

    private DeskRoles() {}

    /** Those of a department, the most urgent first; none for the others. */
    public static List<EnterpriseRole> of(Office department) {
        return ROLES.getOrDefault(department.getCode(), List.of());
    }

    /** Those that a desk shows: stations on that of a bureau, a 所 and a county's 特设股, else those of the department. */
    public static List<EnterpriseRole> on(Office desk, Caller caller) {
        boolean stations = desk.getKind() != OfficeKind.SECTION || caller.is(Role.COUNTY_SPECIAL_SECTION);
        return stations ? List.of(EnterpriseRole.FILLING_STATION) : of(desk);
    }
}
