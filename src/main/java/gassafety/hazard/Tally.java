package gassafety.hazard;

import gassafety.journal.SourceKind;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many hazards there are of each kind that figures and filters tell apart, so that each of them is an addition.
 *
 * @param complete whether all were counted, and not only as many as one looks at
 */
record Tally(List<Cell> cells, boolean complete) {

    /** When the term of an open hazard ends. */
    enum Term {
        /** Before the last working day. */
        PAST,
        /** From today to Sunday. */
        THIS_WEEK,
        OTHER
    }

    /**
     * Hazards of one kind.
     *
     * @param extensionAsked whether an extension waits to be decided
     * @param reportedUp whether it has the number of a report to the superior office
     */
    record Cell(
            String officePath,
            String chargePath,
            HazardState state,
            HazardLevel level,
            SourceKind source,
            Term term,
            boolean extensionAsked,
            boolean reportedUp,
            long hazards) {

        boolean isOpen() {
            return state.isOpen();
        }

        boolean isTermRunning() {
            return state.isTermRunning() && !extensionAsked;
        }

        boolean isUnder(String path) {
            return officePath.startsWith(path) || chargePath.startsWith(path);
        }
    }

    /** The number, or null when not all were counted. */
    @Nullable
    Long known(Predicate<Cell> wanted) {
        return complete ? count(wanted) : null;
    }

    long count(Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).mapToLong(Cell::hazards).sum();
    }
}
