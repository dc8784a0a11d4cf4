package gassafety.campaign;

import gassafety.calendar.Today;
import gassafety.calendar.WorkingDays;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The campaigns, with their phases, months, tasks and duties. They follow each other; what is asked without naming one is
 * asked of the one that is being carried out.
 */
@Service
public class Campaigns {

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final Today today;

    Campaigns(JdbcClient jdbc, WorkingDays workingDays, Today today, CampaignLoader loader) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.today = today;
        loader.load();
    }

    /** The campaign that began last; before all of them the first. */
    public CampaignInfo current() {
        return on(today.day());
    }

    /** The campaign to which the acts of a day belong. */
    public CampaignInfo on(LocalDate day) {
        List<CampaignInfo> all = all();
        return all.stream()
                .filter(campaign -> !campaign.firstDay().isAfter(day))
                .findFirst()
                .orElseGet(() -> all.get(all.size() - 1));
    }

    /** Every campaign, the last one first. */
    public List<CampaignInfo> all() {
        return jdbc
                .sql("select * from campaign order by first_day desc")
                .query((row, number) -> new CampaignInfo(
                        row.getLong("id"),
                        row.getString("code"),
                        row.getString("title"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        List.of()))
                .list()
                .stream()
                .map(bare -> bare.with(phases(bare.id())))
                .toList();
    }

    /** The months for which returns are handed in, of all campaigns, the first one first. */
    public List<ReportMonth> months() {
        return months("true", 0);
    }

    List<ReportMonth> months(CampaignInfo campaign) {
        return months("campaign.id = :campaign", campaign.id());
    }

    private List<ReportMonth> months(String condition, long campaign) {
        return jdbc.sql("""
                        select campaign_month.*,
                            lag(cut_off, 1, first_day - 1) over (partition by campaign.id order by month) + 1 as opens
                        from campaign_month join campaign on campaign.id = campaign_id
                        where %s order by month
                        """.formatted(condition))
                .param("campaign", campaign)
                .query((row, number) -> new ReportMonth(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getObject("opens", LocalDate.class),
                        row.getObject("cut_off", LocalDate.class),
                        row.getObject("county_due", LocalDate.class),
                        row.getObject("top_due", LocalDate.class)))
                .list();
    }

    /**
     * The data cut-off of the last month of its campaign whose returns had to be in before a day; the day before that
     * campaign when there is none.
     */
    public LocalDate reportedCutOffBefore(LocalDate day) {
        CampaignInfo campaign = on(day);
        return months(campaign).stream()
                .filter(month -> month.topDue().isBefore(day))
                .map(ReportMonth::cutOff)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> campaign.firstDay().minusDays(1));
    }

    /** The phase that a day belongs to; empty before, between and after the campaigns. */
    public Optional<Phase> phaseOn(LocalDate day) {
        return on(day).phaseOn(day);
    }

    /** The working days left in a phase after today; 0 on its last day and later. */
    public int workingDaysLeft(Phase phase, LocalDate today) {
        return workingDays.workingDaysUntil(today, phase.to());
    }

    /** Everyone who is or was in the task force, the leader first. */
    List<CampaignMember> members(CampaignInfo campaign) {
        return jdbc.sql("""
                        select m.id, m.duty, o.code as office_code,
                            case o.kind when 'SECTION' then b.short_name || o.short_name else o.short_name end as office_name,
                            m.name, m.post, m.phone, m.from_day, m.to_day
                        from campaign_member m join office o on o.id = m.office_id left join office b on b.id = o.parent_id
                        where m.campaign_id = :id
                        order by array_position(array['LEADER', 'DEPUTY', 'MEMBER', 'LIAISON'], m.duty), m.id
                        """)
                .param("id", campaign.id())
                .query(CampaignMember.class)
                .list();
    }

    public List<CampaignTask> tasks(CampaignInfo campaign) {
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
