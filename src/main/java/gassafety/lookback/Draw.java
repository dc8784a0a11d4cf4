package gassafety.lookback;

import java.time.LocalDate;

/**
 * A draw as it was recorded.
 *
 * @param phase in which the hazards were closed that it was drawn from
 * @param closedTo the cut: the last day of closing that it looks at
 * @param officeName the bureau whose hazards were drawn
 * @param due last day of the visits
 * @param candidates, {@code drawn}, {@code left} and {@code relapsed} in all strata
 */
record Draw(
        long id,
        int phase,
        LocalDate closedFrom,
        LocalDate closedTo,
        String officeName,
        String drawnByName,
        LocalDate drawnOn,
        LocalDate due,
        int majorPercent,
        int generalPercent,
        String seed,
        long candidates,
        long drawn,
        long left,
        long relapsed) {

    public String getAddress() {
        return "/lookbacks/draws/" + id;
    }

    public String getTitle() {
        return "第" + phase + "阶段销号隐患回头看";
    }
}
