package gassafety.campaign;

import gassafety.calendar.WorkingDays;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The campaign that is being carried out, with its phases, tasks and duties. */
@Service
public class Campaigns {

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    Campaigns(JdbcClient jdbc, WorkingDays workingDays, CampaignLoader loader) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        loader.load();
    }

    /** The campaign that began last. */
    public CampaignInfo current() {
        CampaignInfo bare = jdbc.sql("select * from campaign order by first_day desc limit 1")
                .query((row, number) -> new CampaignInfo(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        List.of()))
                .single();
        return bare.with(phases(bare.id()));
    }

    /** The months for which returns are handed in, the first one first. */
    public List<ReportMonth> months() {
        return jdbc.sql("""
                        select campaign_month.*, lag(cut_off, 1, first_day - 1) over (order by month) + 1 as opens
                        from campaign_month
                        join (select * from campaign order by first_day desc limit 1) campaign on campaign.id = campaign_id
                        order by month
                        """)
                .query((row, number) -> new ReportMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getObject("opens", LocalDate.class),
                        row.getObject("cut_off", LocalDate.class),
                        row.getObject("county_due", LocalDate.class),
                        row.getObject("top_due", LocalDate.class)))
                .list();
    }

    /** The last data cut-off before a day; the day before the campaign when there is none. */
    public LocalDate cutOffBefore(LocalDate day) {
        return months().stream()
                .map(ReportMonth::cutOff)
                .filter(cutOff -> cutOff.isBefore(day))
                .reduce((earlier, later) -> later)
                .orElseGet(() -> current().firstDay().minusDays(1));
    }

    /** The phase that a day belongs to; empty before and after the campaign. */
    public Optional<Phase> phaseOn(LocalDate day) {
        return current().phaseOn(day);
    }

    /** The working days left in a phase after today; 0 on its last day and later. */
    public int workingDaysLeft(Phase phase, LocalDate today) {
        return workingDays.workingDaysUntil(today, phase.to());
    }

    List<CampaignTask> tasks(CampaignInfo campaign) {
        return jdbc.sql("select * from campaign_task where campaign_id = :id order by position")
                .param("id", campaign.id())
                .query((row, number) -> new CampaignTask(
                        row.getString("code"),
                        row.getString("title"),
                        row.getString("lead_department"),
                        texts(row.getArray("cooperating_departments"))))
                .list();
    }

    List<CampaignDuty> duties(CampaignInfo campaign) {
        return jdbc.sql("select * from campaign_duty where campaign_id = :id order by position")
                .param("id", campaign.id())
                .query((row, number) -> new CampaignDuty(
                        row.getString("paragraph"),
                        row.getString("content"),
                        texts(row.getArray("owners")),
                        row.getString("evidence")))
                .list();
    }

    private List<Phase> phases(long campaignId) {
        return jdbc.sql("select * from campaign_phase where campaign_id = :id order by number")
                .param("id", campaignId)
                .query((row, number) -> new Phase(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        row.getObject("summary_due", LocalDate.class)))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
