package gassafety.reporting;

import java.math.BigDecimal;
import java.util.Map;

/** The 41 figures of an office to a day, as known at a position of the journal. */
record Statement(Cut cut, Map<Integer, Figure> figures) {

    private static final Figure NOTHING = new Figure(BigDecimal.ZERO, 0);

    /**
     * A figure.
     *
     * @param exact as counted; line 23 in yuan
     * @param entries how many entries of the journal it is made of
     */
    record Figure(BigDecimal exact, long entries) {}

    Figure figure(Line line) {
        return figures.getOrDefault(line.number(), NOTHING);
    }

    /** The figure as the sheet prints it; line 23 in 万元 with two decimals. */
    BigDecimal printed(Line line) {
        return line.printed(figure(line).exact());
    }
}
