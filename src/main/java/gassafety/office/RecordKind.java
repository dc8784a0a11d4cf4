package gassafety.office;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of record that rights are given for; one column each in the table of who reads what. */
public enum RecordKind {
    ENTERPRISES,
    INSPECTIONS,
    HAZARDS,
    CASES,
    LEADS,
    SAMPLINGS,
    RETURNS,
    ANNEX3,
    /** Read by whoever reads the statement that it is counted in. */
    OUTREACH,
    /** What the campaign asks, read by all staff and by the administrators, who set it up. */
    CAMPAIGN,
    AUDIT;

    private static final Set<RecordKind> BUSINESS = EnumSet.complementOf(EnumSet.of(AUDIT));
    private static final Set<RecordKind> FIELD = EnumSet.complementOf(EnumSet.of(AUDIT, RETURNS));
    private static final Set<RecordKind> OWN = EnumSet.of(ENTERPRISES, INSPECTIONS, HAZARDS, SAMPLINGS);

    /** The kinds that someone with these roles, at an office of this kind, may read at all. */
    static Set<RecordKind> readableBy(Set<Role> roles, OfficeKind office) {
        EnumSet<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        for (Role role : roles) {
            switch (role) {
                case ADMINISTRATOR -> kinds.add(CAMPAIGN);
                case AUDITOR -> kinds.add(AUDIT);
                case ENTERPRISE -> kinds.addAll(OWN);
                default -> kinds.addAll(office == OfficeKind.FIELD_OFFICE ? FIELD : BUSINESS);
            }
        }
        return kinds;
    }
}
