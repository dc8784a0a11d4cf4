package gassafety.desk;

import gassafety.office.RecordKind;

/**
 * An entry of the sidebar, contributed as a bean by the room whose page it opens.
 *
 * @param order place from the top
 * @param icon name of a Bootstrap icon
 * @param kind shown to those who may read this kind of record
 * @param onPhone whether it also stands in the bottom bar of a phone
 */
public record MenuEntry(int order, String label, String address, String icon, RecordKind kind, boolean onPhone) {}
