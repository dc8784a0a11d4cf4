package gassafety.reporting;

import java.math.BigDecimal;
import java.util.Map;

/**
 * How the figures of one cut became those of a later one: last reported + this period + entered late − reversed = now.
 *
 * @param from what was reported last
 * @param to what is reported now
 */
public record Bridge(Cut from, Cut to, Map<Integer, Steps> lines) {

    private static final Steps NOTHING =
            new Steps(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /**
     * One line, as counted; line 23 in yuan.
     *
     * @param period may be less than zero where a later reading is lower
     */
    public record Steps(BigDecimal last, BigDecimal period, BigDecimal late, BigDecimal reversed, BigDecimal now) {

        public BigDecimal part(Part part) {
            return switch (part) {
                case LAST -> last;
                case PERIOD -> period;
                case LATE -> late;
                case REVERSED -> reversed;
                case NOW -> now;
            };
        }

        /** Whether anything happened since the last report, or came to be known about the time before it. */
        public boolean isUnchanged() {
            return period.signum() == 0 && late.signum() == 0 && reversed.signum() == 0;
        }
    }

    /** A number of the bridge, whose records can be opened. */
    public enum Part {
        LAST("上期上报"),
        PERIOD("本期发生"),
        LATE("补录"),
        REVERSED("冲销"),
        NOW("本期累计");

        private final String label;

        Part(String label) {
            this.label = label;
        }

        public String getLabel() {
            return label;
        }
    }

    public Steps steps(Line line) {
        return lines.getOrDefault(line.number(), NOTHING);
    }
}
