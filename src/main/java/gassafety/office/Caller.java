package gassafety.office;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: every verb of an aggregate and every entry of the journal takes one.
 *
 * @param office where the person works; for an enterprise user the office in charge when the account was made
 * @param enterpriseId the enterprise the person acts for, or null for staff
 * @param enterpriseName its name
 * @param certificate the enforcement certificate, or null for people who do not inspect
 * @param mustChangePassword whether someone else chose the password that this person has
 */
public record Caller(
        long accountId,
        String username,
        String name,
        Office office,
        Set<Role> roles,
        @Nullable Long enterpriseId,
        @Nullable String enterpriseName,
        @Nullable Certificate certificate,
        boolean mustChangePassword) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this person works for an office, not for a unit. */
    public boolean isStaff() {
        return enterpriseId == null;
    }

    /** The office or unit that this person works for, for the frame, the desk and the history of a record. */
    public String place() {
        return enterpriseName == null ? office.getShortName() : enterpriseName;
    }

    /** What this person may see: a 科 or 股 reads what its bureau reads, a 所 its own area, an enterprise itself. */
    public Scope scope() {
        Set<RecordKind> kinds = RecordKind.readableBy(roles, office.getKind());
        if (enterpriseId != null) {
            return new Scope(kinds, null, enterpriseId);
        }
        if (Set.of(RecordKind.AUDIT, RecordKind.CAMPAIGN).containsAll(kinds)) {
            return new Scope(kinds, null, null);
        }
        Office reading = office.getKind() == OfficeKind.SECTION ? office.bureau() : office;
        return new Scope(kinds, reading.getPath(), null);
    }
}
