package gassafety.desk;

import gassafety.office.Caller;
import java.util.List;

/** What a higher room shows on a record's page of a lower room: the cases of a hazard, the inspections of a unit. */
public interface RecordSlot {

    /** The page this slot is on: the list's name without slash, such as {@code enterprises}. */
    String page();

    /** The sections for this record; the record itself has been read within the caller's scope. */
    List<Section> sections(long id, Caller caller);

    /**
     * A section of a record's page.
     *
     * @param order place among the sections
     * @param empty what to say when there are no rows
     * @param actions things the caller can do from here
     * @param pictures shown above the rows
     */
    record Section(
            int order, String title, String empty, List<Row> rows, List<Action> actions, List<Picture> pictures) {

        public Section(int order, String title, String empty, List<Row> rows, List<Action> actions) {
            this(order, title, empty, rows, actions, List.of());
        }
    }

    /**
     * A photo.
     *
     * @param address of the whole picture
     * @param small address of a smaller copy
     * @param words what it shows and who took it when
     */
    record Picture(String address, String small, String words) {}

    /**
     * One row.
     *
     * @param state a word for where it stands
     * @param tone one of major, open, wait, done, late
     */
    record Row(String label, String address, String detail, String state, String tone) {}

    /** A button that opens a page on which something is done. */
    record Action(String label, String address) {}
}
