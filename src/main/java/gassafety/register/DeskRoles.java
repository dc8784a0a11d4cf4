package gassafety.register;

import gassafety.office.Office;
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
}
