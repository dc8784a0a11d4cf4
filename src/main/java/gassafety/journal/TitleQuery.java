package gassafety.journal;

/**
 * What records of one kind are called, contributed as a bean by the room whose records they are.
 *
 * @param sql gives {@code id} and {@code title} of the records whose id is in {@code :ids}
 */
public record TitleQuery(SourceKind kind, String sql) {}
