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

    /** The open hazards that must be put right before the term of the directive ends. */
    public List<HazardSummary> getOutlasted() {
        return hazards.stream()
                .filter(hazard ->
                        hazard.open() && hazard.due() != null && hazard.due().isBefore(text.due()))
                .toList();
    }

    /** A button that opens the page on which something is done. */
    record Action(String label, String address) {}
}
