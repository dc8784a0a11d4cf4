package gassafety.enforcement;

import gassafety.document.DocumentRef;
import gassafety.hazard.HazardSummary;
import gassafety.journal.TimelineEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it.
 *
 * @param row its line in lists
 * @param hazards of the ledger that it is about
 * @param ruling what was decided, or what is proposed; null before that
 * @param contents what the ruling takes and orders, one sentence each
 * @param actions what the caller can do now
 */
record CaseFile(
        CaseRow row,
        int version,
        String facts,
        String provision,
        @Nullable Long inspectionId,
        List<HazardSummary> hazards,
        @Nullable Ruling ruling,
        @Nullable String proposedBy,
        List<String> contents,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate servedOn,
        @Nullable String serviceWay,
        @Nullable String receiver,
        @Nullable LocalDate closedOn,
        @Nullable String outcome,
        @Nullable BigDecimal finePaid,
        List<Action> actions,
        List<DocumentRef> documents,
        List<TimelineEntry> timeline) {

    /** A button that opens the page on which something is done. */
    record Action(String label, String address) {}
}
