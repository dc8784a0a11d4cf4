package gassafety.returns;

import gassafety.campaign.ReportMonth;
import gassafety.web.Percent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All offices × the months of a year: who has handed in, who is late and with whom it is.
 *
 * @param years those with months that have begun
 * @param months those of the year that have begun, each with what there is to urge
 * @param rows the bureau that carries out the campaign first
 */
record Board(int year, List<Integer> years, List<Column> months, List<Row> rows) {

    /**
     * A month.
     *
     * @param missing counties that have not handed in although the data are cut off
     */
    record Column(ReportMonth month, long missing) {}

    /**
     * An office.
     *
     * @param due returns of all months whose day has passed, or that were handed in before it
     * @param onTime those of them that came in time
     */
    record Row(String officeName, List<Cell> cells, long due, long onTime) {

        /** 92%, or — before anything was due. */
        public String rate() {
            return Percent.of(onTime, due);
        }
    }

    /**
     * An office's return for a month.
     *
     * @param address null when it was not begun
     * @param with who has it
     * @param urgedOn when it was asked for last
     */
    record Cell(
            YearMonth month,
            @Nullable String address,
            String state,
            String tone,
            String with,
            Lateness lateness,
            @Nullable LocalDate urgedOn) {

        private static final String NONE = "不报送";

        /** A month for which the office has nothing to report. */
        static Cell none(YearMonth month) {
            return new Cell(month, null, NONE, "", "", new Lateness(false, false, 0), null);
        }

        public boolean isAsked() {
            return !state.equals(NONE);
        }
    }
}
