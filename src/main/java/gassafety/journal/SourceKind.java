package gassafety.journal;

/** The kind of record that an act belongs to, with the list it is found in. */
public enum SourceKind {
    ENTERPRISE("/enterprises/"),
    INSPECTION("/inspections/"),
    HAZARD("/hazards/"),
    CASE("/cases/"),
    DIRECTIVE("/directives/"),
    SAMPLING("/samplings/"),
    LEAD("/leads/"),
    RETURN("/returns/"),
    OUTREACH("/outreach/");

    private final String list;

    SourceKind(String list) {
        this.list = list;
    }

    /** Address of the record with this id. */
    public String address(long id) {
        return list + id;
    }
}
