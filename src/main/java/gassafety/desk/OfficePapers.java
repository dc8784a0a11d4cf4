package gassafety.desk;

import gassafety.office.Caller;
import gassafety.office.Office;
import gassafety.office.Scope;
import java.io.IOException;
import java.time.LocalDate;

/** The papers of an office that a room keeps, for the one file with all of them (迎检包). */
public interface OfficePapers {

    /** The folder in which they lie; folders are numbered, so that they stand in the order of the work. */
    String folder();

    /** Hands over each paper that this person reads. */
    void each(Request request, PaperSink sink) throws IOException;

    /**
     * What is asked for.
     *
     * @param office with those below it; the caller reads it
     * @param from first day
     * @param to last day
     */
    record Request(Office office, LocalDate from, LocalDate to, Caller caller) {

        /** What the caller reads, narrowed to the office. */
        public Scope scope() {
            return new Scope(caller.scope().kinds(), office.getPath(), null);
        }

        public boolean includes(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }
}
