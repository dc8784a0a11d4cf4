package gassafety.returns;

import gassafety.reporting.Bridge.Steps;
import gassafety.reporting.Cut;
import gassafety.reporting.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A return as it was handed in, for ever.
 *
 * @param place how many times it had been handed in by then
 * @param base what it was bridged from; null for the first one of an office
 * @param from the cut of that
 * @param to its own cut: the same figures whenever they are counted again
 * @param edition of the rules
 * @param lines the figures by number
 */
record Submission(
        long id,
        long returnId,
        int place,
        int revision,
        @Nullable Long base,
        Cut from,
        Cut to,
        String edition,
        boolean nil,
        String progress,
        Map<Integer, FrozenLine> lines,
        List<Explained> remarks,
        String byName,
        LocalDate submittedOn,
        String sha256) {

    /** A figure with the words it stood beside. */
    record FrozenLine(String item, String reading, long entries, Steps steps) {}

    /** A doubt about a figure and its explanation. */
    record Explained(String message, String explanation) {}

    Steps steps(Line line) {
        return java.util.Objects.requireNonNull(lines.get(line.number())).steps();
    }
}
