package gassafety.desk;

import gassafety.office.Caller;
import gassafety.office.Office;
import java.util.List;

/**
 * A room's contribution to a desk. Desks are put together from all panels; a room never shows on a desk what its own
 * lists would not show the same person.
 */
public interface DeskPanel {

    /**
     * What waits for this person to be done.
     *
     * @param most how many at most are shown
     */
    default Tasks tasks(Caller caller, int most) {
        return Tasks.NONE;
    }

    /** Blocks of figures or records for the desk of an office, as this caller may see them. */
    default List<DeskBlock> blocks(Caller caller, Office desk) {
        return List.of();
    }
}
