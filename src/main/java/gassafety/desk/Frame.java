package gassafety.desk;

import gassafety.office.Caller;
import gassafety.office.Role;
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

    /** Whether this person also works where there is no network: the browser keeps pages, and what waits to be sent. */
    public boolean afield() {
        return caller.is(Role.INSPECTOR);
    }

    /** An entry of the sidebar; {@code current} when the page shown belongs to it. */
    public record Entry(String label, String address, String icon, boolean onPhone, boolean current) {}
}
