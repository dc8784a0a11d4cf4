package gassafety.directive;

import gassafety.document.DocumentRef;
import gassafety.hazard.HazardSummary;
import gassafety.journal.TimelineEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive as its page shows it.
 *
 * @param row its line in lists
 * @param served how and to whom; null before that
 * @param actions what the caller can do now
 */
record DirectiveFile(
        DirectiveRow row,
        int version,
        DirectiveText text,
        List<HazardSummary> hazards,
        @Nullable String served,
        @Nullable DirectiveLetter letter,
        List<Action> actions,
        List<DocumentRef> documents,
        List<TimelineEntry> timeline) {

    /** A button that opens the page on which something is done. */
    record Action(String label, String address) {}
}
