package gassafety.desk;

import gassafety.office.RecordKind;
import org.jspecify.annotations.Nullable;

/**
 * A page beside the one that an entry of the sidebar opens, contributed as a bean by the room whose page it is. Who sees
 * the entry sees its tabs.
 *
 * @param entry address of the entry
 * @param order place among the tabs; that of the entry's own page is 0
 * @param forUnits whether units see it too
 * @param kind shown only to those who may read this kind of record; null for all who see the entry
 */
public record MenuTab(
        String entry,
        int order,
        String label,
        String address,
        boolean forUnits,
        @Nullable RecordKind kind) {

    public MenuTab(String entry, int order, String label, String address, boolean forUnits) {
        this(entry, order, label, address, forUnits, null);
    }
}
