package gassafety.clearing;

import gassafety.clearing.Clearing.Cell;
import gassafety.web.Percent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Hazards of one row of the board. {@code found} = {@code closed} + {@code ended} + {@code open}, and {@code closed} =
 * {@code onTheSpot} + {@code inTime} + {@code late}.
 *
 * @param ended 终止 or 移送
 * @param overdue of the open ones
 * @param extended of all
 * @param median calendar days from finding to closure in the middle one of the closed, in half days; null without any
 */
public record Tally(
        long found,
        long onTheSpot,
        long inTime,
        long late,
        long closed,
        long ended,
        long open,
        long overdue,
        long extended,
        @Nullable BigDecimal median) {

    static Tally of(Collection<Cell> cells) {
        long closed = sum(cells, cell -> cell.outcome().isClosed());
        return new Tally(
                sum(cells, cell -> true),
                sum(cells, cell -> cell.outcome() == Outcome.ON_THE_SPOT),
                sum(cells, cell -> cell.outcome() == Outcome.IN_TIME),
                sum(cells, cell -> cell.outcome() == Outcome.LATE),
                closed,
                sum(cells, cell -> cell.outcome() == Outcome.ENDED),
                sum(cells, cell -> cell.outcome().isOpen()),
                sum(cells, cell -> cell.outcome() == Outcome.OVERDUE),
                sum(cells, Cell::extended),
                closed == 0 ? null : median(cells, closed));
    }

    /** Closed of found, in whole percent; 100% means that all are closed. */
    public String rate() {
        return Percent.of(closed, found);
    }

    public String days() {
        return median == null ? "—" : median.stripTrailingZeros().toPlainString();
    }

    private static long sum(Collection<Cell> cells, Predicate<Cell> wanted) {
        return cells.stream().filter(wanted).mapToLong(Cell::hazards).sum();
    }

    private static BigDecimal median(Collection<Cell> cells, long closed) {
        TreeMap<Integer, Long> byDays = new TreeMap<>();
        for (Cell cell : cells) {
            if (cell.days() != null) {
                byDays.merge(cell.days(), cell.hazards(), Long::sum);
            }
        }
        int middle = at(byDays, (closed - 1) / 2) + at(byDays, closed / 2);
        return BigDecimal.valueOf(middle * 5L, 1);
    }

    private static int at(TreeMap<Integer, Long> byDays, long place) {
        long passed = 0;
        for (Map.Entry<Integer, Long> days : byDays.entrySet()) {
            passed += days.getValue();
            if (passed > place) {
                return days.getKey();
            }
        }
        throw new IllegalStateException("a closed hazard without days");
    }
}
