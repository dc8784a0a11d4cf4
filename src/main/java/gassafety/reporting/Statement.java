package gassafety.reporting;

import java.math.BigDecimal;
import java.util.Map;

/** The 41 figures of an office to a day, as known at a position of the journal. */
public record Statement(Cut cut, Map<Integer, Figure> figures) {

    private static final Figure NOTHING = new Figure(BigDecimal.ZERO, 0);

    /**
     * A figure.
     *
     * @param exact as counted; line 23 in yuan
     * @param entries how many entries of the journal it is made of
     */
    public record Figure(BigDecimal exact, long entries) {

        Figure plus(Figure other) {
            return new Figure(exact.add(other.exact()), entries + other.entries());
        }

        boolean isSameAs(Figure other) {
            return exact.compareTo(other.exact()) == 0 && entries == other.entries();
        }
    }

    /** Whether every line has the same figure, made of as many entries. */
    boolean isSameAs(Statement other) {
        return Annex3.lines().stream().allMatch(line -> figure(line).isSameAs(other.figure(line)));
    }

    public Figure figure(Line line) {
        return figures.getOrDefault(line.number(), NOTHING);
    }

    /** The official sheet as it is handed out, read back and found to say what this says. */
    public byte[] workbook() {
        return Annex3Workbook.of(new Sheet(this));
    }

    /** What is not zero, in one sentence that can be sent in a message and names the campaign. */
    public String text(String campaign) {
        return new Sheet(this).text(campaign);
    }

    /** The figure as the sheet prints it; line 23 in 万元 with two decimals. */
    public BigDecimal printed(Line line) {
        return line.printed(figure(line).exact());
    }
}
