package gassafety.hazard;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as it stands on a day.
 *
 * @param late working days past the term
 * @param recheckLate working days past the day by which the report must be rechecked
 * @param known what stands elsewhere about it
 */
record LedgerRow(Hazard hazard, String word, String tone, int late, int recheckLate, int year, Known known) {

    private static final String SUPERVISED = "挂牌督办";

    private static final DateTimeFormatter MONTH_DAY = DateTimeFormatter.ofPattern("MM-dd");

    /**
     * What other rooms know of a hazard.
     *
     * @param mark of a higher room: 已立案
     * @param urged how often it was urged
     * @param sheet read for the workbook only
     */
    record Known(@Nullable String mark, int urged, ForSheet sheet) {
        static final Known NOTHING = new Known(null, 0, ForSheet.NOTHING);
    }

    /**
     * What stands in the workbook alone.
     *
     * @param creditCode of the unit
     * @param office in charge of the unit, with its county
     * @param cause that the 所长 gave when it was struck off; empty before
     */
    record ForSheet(String creditCode, String office, String cause) {
        static final ForSheet NOTHING = new ForSheet("", "", "");
    }

    static LedgerRow of(Hazard hazard, Standing standing, Known known) {
        String tone =
                Standing.isExtensionPending(hazard) ? "wait" : hazard.getState().getTone();
        return new LedgerRow(
                hazard,
                standing.word(hazard),
                tone,
                standing.workingDaysLate(hazard),
                standing.workingDaysRecheckLate(hazard),
                standing.today().getYear(),
                known);
    }

    public @Nullable String mark() {
        boolean supervised = hazard.getState().isOpen() && hazard.getSupervisedUntil() != null;
        String mark = known.mark();
        return supervised ? (mark == null ? SUPERVISED : SUPERVISED + "，" + mark) : mark;
    }

    /** What the column of terms says: 11-17 到期, 复查 11-30 前, 11-20 销号. */
    public String dueText() {
        return switch (hazard.getState()) {
            case REGISTERED, ON_THE_SPOT, RECTIFYING -> hazard.getDue() == null ? "立即停止" : day(hazard.getDue()) + " 到期";
            case AWAITING_RECHECK -> "复查 " + day(hazard.getRecheckDue()) + " 前";
            case AWAITING_CLOSURE, AWAITING_SECTION -> day(hazard.getReportedOn()) + " 已报告";
            case CLOSED -> day(hazard.getEndedOn()) + " 销号";
            case TERMINATED, TRANSFERRED, VOIDED -> day(hazard.getEndedOn()) + " 结束";
        };
    }

    private String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return day.getYear() == year ? MONTH_DAY.format(day) : day.toString();
    }
}
