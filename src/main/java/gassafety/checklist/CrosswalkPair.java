package gassafety.checklist;

/**
 * An item of a self-check and an item of an inspection list that look at the same thing.
 *
 * @param inspectionList the edition that the inspected item belongs to
 */
public record CrosswalkPair(ChecklistItem selfCheck, Checklist inspectionList, ChecklistItem inspected) {}
