package gassafety.desk;

import gassafety.office.Caller;
import gassafety.office.RecordKind;
import java.util.List;

/** Finds one kind of record by any fragment; contributed as a bean by the room whose list it is. */
public interface Finder {

    /** Records of one kind on the page of the search; the list shows the others. */
    int MOST = 10;

    /** The kind of record; who may not read it is never asked about it. */
    RecordKind kind();

    /** @param fragment not empty, at most 100 characters */
    Group find(String fragment, Caller caller);

    /**
     * What was found of one kind.
     *
     * @param order place on the page
     * @param total how many there are
     * @param list address of the list that shows them all
     * @param rows the first of them, at most {@link #MOST}
     */
    record Group(int order, String title, long total, String list, List<RecordSlot.Row> rows) {}
}
