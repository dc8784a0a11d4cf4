package gassafety.journal;

/** The record that an act belongs to. */
public record Source(SourceKind kind, long id) {

    public String address() {
        return kind.address(id);
    }
}
