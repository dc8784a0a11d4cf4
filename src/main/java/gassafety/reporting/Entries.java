package gassafety.reporting;

import gassafety.journal.Act;
import gassafety.journal.LicenceState;
import gassafety.register.EnterpriseRole;
import java.util.List;

/**
 * Which entries of the journal are meant.
 *
 * @param roles of the checklist used; any when empty
 * @param licences of the unit on that day; any when empty
 * @param subject what they are counted by; any when empty
 */
record Entries(List<Act> acts, List<EnterpriseRole> roles, List<LicenceState> licences, String subject) {

    static Entries of(Act... acts) {
        return new Entries(List.of(acts), List.of(), List.of(), "");
    }

    Entries inRole(EnterpriseRole... wanted) {
        return new Entries(acts, List.of(wanted), licences, subject);
    }

    Entries licensed(LicenceState... wanted) {
        return new Entries(acts, roles, List.of(wanted), subject);
    }

    Entries withSubject(String wanted) {
        return new Entries(acts, roles, licences, wanted);
    }
}
