package gassafety.reporting;

import gassafety.journal.Act;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the 41 lines: its printed words and the rule by which it is counted.
 *
 * @param number as printed order has it, from 1
 * @param clauses what adds up to the figure, beside what was {@link #reported}
 * @param nearMisses what looks as if it counted but doesn't
 * @param reading the rule in words, shown beside the figure
 * @param ours whether the notice is silent and the reading is ours (°)
 */
public record Line(
        int number,
        String section,
        String item,
        String unit,
        List<Clause> clauses,
        List<NearMiss> nearMisses,
        String reading,
        boolean ours) {

    /** The line whose figure is kept in yuan and printed in 万元. */
    public static final int FINES = 23;

    private static final BigDecimal YUAN_PER_WAN = BigDecimal.valueOf(10_000);

    /** Entries that add to the figure, and how. */
    record Clause(Counting counting, Entries entries) {}

    /**
     * Entries that don't count, and why.
     *
     * @param unless the entry is left out once its record also has one of these acts; none when empty
     */
    record NearMiss(Entries entries, List<Act> unless, String reason) {}

    /** The item as the sheet prints it: 典型案例曝光(起). */
    public String printedItem() {
        return item + "(" + unit + ")";
    }

    /** The figure as the sheet prints it: yuan become 万元, rounded here and nowhere else. */
    public BigDecimal printed(BigDecimal exact) {
        if (number == FINES) {
            return exact.divide(YUAN_PER_WAN, 2, RoundingMode.HALF_UP);
        }
        return plain(exact);
    }

    /** What the printed figure gained; less than zero when it lost. */
    BigDecimal change(BigDecimal before, BigDecimal now) {
        BigDecimal change = printed(now).subtract(printed(before));
        return number == FINES ? change : plain(change);
    }

    /** Without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** Whether its entries carry a quantity that matters. */
    public boolean isMeasured() {
        return clauses.stream()
                .anyMatch(clause -> clause.counting() == Counting.QUANTITY || clause.counting() == Counting.LATEST);
    }

    /** How its entries add up, in words. */
    public String counted() {
        return clauses.stream().map(clause -> clause.counting().label()).collect(Collectors.joining("，"));
    }

    /** Whether later readings replace earlier ones. */
    boolean isOfReadings() {
        return clauses.stream().anyMatch(clause -> clause.counting() == Counting.LATEST);
    }

    /** What bureaus that hand in files reported for it: the latest of each. */
    Clause reported() {
        return new Clause(Counting.LATEST, Entries.of(Act.FIGURE_REPORTED).withSubject(String.valueOf(number)));
    }

    public boolean isDistinct() {
        return clauses.stream().anyMatch(clause -> clause.counting().isDistinct());
    }
}
