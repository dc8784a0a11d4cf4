package gassafety.plan;

import gassafety.checklist.Checklist;
import java.time.LocalDate;

/**
 * What a plan says of all its tasks.
 *
 * @param key name of the request: the same name gives the same plan again
 * @param drawsInspectors whether two inspectors are drawn for each unit; else the office that is to do it assigns them
 * @param byOwnOffice whether the office that orders inspects itself, instead of those in charge of the units
 */
public record Order(
        String key,
        String title,
        String note,
        Checklist list,
        LocalDate due,
        boolean byOwnOffice,
        boolean drawsInspectors) {

    /** One whose inspectors are chosen by the office that is to do it. */
    public Order(String key, String title, String note, Checklist list, LocalDate due, boolean byOwnOffice) {
        this(key, title, note, list, due, byOwnOffice, false);
    }

    public Order drawingInspectors() {
        return new Order(key, title, note, list, due, byOwnOffice, true);
    }
}
