package gassafety.inspection;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A list of a visit as the check page shows it.
 *
 * @param obstacles what still stands in the way of signing
 */
record CheckedList(Sheet sheet, List<Obstacle> obstacles, Earlier earlier) {

    public Inspection inspection() {
        return sheet.inspection();
    }

    /** The hazards that its findings are about and that are known already, by position. */
    public Map<Integer, List<Earlier.Problem>> known() {
        return sheet.knownHazards(earlier);
    }

    /** The open hazards that are said to be put right while something is found under their item, by position. */
    public Map<Integer, List<Earlier.Problem>> saidGone() {
        return sheet.getFindings().stream()
                .filter(line -> !line.content().isAnotherProblem())
                .collect(Collectors.toMap(
                        line -> line.item().position(),
                        line -> earlier.putRightUnder(
                                sheet.checklist(), line.item().position())));
    }
}
