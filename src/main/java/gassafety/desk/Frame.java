package gassafety.desk;

import gassafety.office.Caller;
import java.time.LocalDate;
import java.util.List;

/**
 * What the frame of every page shows.
 *
 * @param bureau name of the bureau on top of the sidebar
 * @param tabs pages beside the one shown, when there are any
 * @param finding whether there is anything that this person may look for
 */
public record Frame(
        Caller caller,
        String bureau,
        List<Entry> menu,
        boolean finding,
        LocalDate today,
        boolean demo,
        List<Entry> tabs) {

    /** An entry of the sidebar; {@code current} when the page shown belongs to it. */
    public record Entry(String label, String address, String icon, boolean onPhone, boolean current) {}
}
