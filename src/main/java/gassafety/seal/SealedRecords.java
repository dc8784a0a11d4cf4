package gassafety.seal;

import gassafety.journal.SourceKind;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A room whose signed records are sealed tells here what its rows say now, whoever asks. */
public interface SealedRecords {

    SourceKind kind();

    /** The lowest ids of signed records above this one, ascending. */
    List<Long> signedAfter(long id, int most);

    /** How many parts each of these records has: itself and its supplements; one that is not signed has no entry. */
    Map<Long, Integer> parts(Collection<Long> ids);

    /** The content of a part that exists, written in this form from the rows as they are. */
    byte[] content(long id, int part, int form);

    /** Whether the files that the content names by their hashes still have these hashes. */
    boolean filesUnchanged(long id);
}
