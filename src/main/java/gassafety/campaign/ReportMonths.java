package gassafety.campaign;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays out the months of returns of a campaign. */
@Component
class ReportMonths {

    /** [D] The days after the campaign's last day by which the last return is due. */
    private static final int COUNTY_AFTER_THE_END = 3;

    private static final int TOP_AFTER_THE_END = 5;

    private final JdbcClient jdbc;

    ReportMonths(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The days of a month by which data are cut off and returns handed in.
     *
     * @param top for the bureau that carries out the campaign
     */
    record Days(int cutOff, int county, int top) {

        static final Days USUAL = new Days(15, 18, 20);
    }

    /** Lays out all months of a campaign; the last one is cut off on its last day. */
    void layOut(long campaign, LocalDate first, LocalDate last, Days days) {
        YearMonth begin = YearMonth.from(first);
        boolean tooLate = first.getDayOfMonth() > days.cutOff() && begin.isBefore(YearMonth.from(last));
        insert(campaign, tooLate ? begin.plusMonths(1) : begin, last, days);
    }

    /** Adds the months of a campaign that was prolonged. */
    void continueTo(CampaignInfo campaign, LocalDate last) {
        insert(campaign.id(), YearMonth.from(campaign.lastDay()).plusMonths(1), last, Days.USUAL);
    }

    private void insert(long campaign, YearMonth first, LocalDate last, Days days) {
        YearMonth end = YearMonth.from(last);
        Stream.iterate(first, month -> !month.isAfter(end), month -> month.plusMonths(1))
                .forEach(month -> {
                    boolean closing = month.equals(end);
                    jdbc.sql("""
                                    insert into campaign_month (campaign_id, month, cut_off, county_due, top_due)
                                    values (:campaign, :month, :cutOff, :countyDue, :topDue)
                                    """)
                            .param("campaign", campaign)
                            .param("month", month.atDay(1))
                            .param("cutOff", closing ? last : month.atDay(days.cutOff()))
                            .param(
                                    "countyDue",
                                    closing ? last.plusDays(COUNTY_AFTER_THE_END) : month.atDay(days.county()))
                            .param("topDue", closing ? last.plusDays(TOP_AFTER_THE_END) : month.atDay(days.top()))
                            .update();
                });
    }
}
