package gassafety.register;

import java.util.Set;

/**
 * A regulated unit as other rooms see it.
 *
 * @param creditCode 统一社会信用代码, 18 characters
 * @param responsiblePerson 主要负责人
 * @param chargeOfficeId the office in charge of it now
 * @param chargePath path of that office
 */
public record Unit(
        long id,
        String name,
        String creditCode,
        String address,
        String responsiblePerson,
        long chargeOfficeId,
        String chargePath,
        String chargeOfficeName,
        Set<EnterpriseRole> roles) {

    public boolean has(EnterpriseRole role) {
        return roles.contains(role);
    }
}
