package gassafety.register;

import gassafety.office.Office;
import java.util.Set;

/**
 * A unit to be put on the books.
 *
 * @param chargeOffice the office in charge of it
 * @param roles at least one
 */
public record Registration(Office chargeOffice, Identity identity, Set<EnterpriseRole> roles) {

    public Registration {
        roles = Set.copyOf(roles);
    }
}
