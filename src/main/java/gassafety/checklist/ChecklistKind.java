package gassafety.checklist;

/** Who fills a list in: inspectors, or the unit itself. */
public enum ChecklistKind {
    INSPECTION,
    SELF_CHECK
}
