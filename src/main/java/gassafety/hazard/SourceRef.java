package gassafety.hazard;

import gassafety.journal.SourceKind;

/**
 * Where a hazard was found.
 *
 * @param id of the inspection, self-check, lead or sampling
 * @param line position of the item on its list, 0 when it has none
 */
public record SourceRef(SourceKind kind, long id, int line) {}
