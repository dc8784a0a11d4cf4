package gassafety.desk;

import gassafety.office.Caller;
import java.io.IOException;

/** The papers about a unit that a room keeps, for the one file with all of them (迎检包). */
public interface UnitPapers {

    /** The folder in which they lie; folders are numbered, so that they stand in the order of the work. */
    String folder();

    /** Hands over each paper that this person reads; the unit has been read within the caller's scope. */
    void each(long enterpriseId, Caller caller, PaperSink sink) throws IOException;
}
