package gassafety.campaign;

import gassafety.office.Office;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How bureaus report in the campaigns; those of which nothing else was said work in the system. */
@Service
@Transactional(readOnly = true)
public class Reporters {

    private static final String STATED = """
            select office_id, manner, first_day, last_day
            from campaign_reporter join campaign on campaign.id = campaign_id
            """;

    private final JdbcClient jdbc;

    Reporters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Stated(long officeId, ReportingManner manner, LocalDate firstDay, LocalDate lastDay) {}

    /** What was said of all bureaus in all campaigns, read once. */
    public static final class Manners {

        private final List<Stated> stated;

        private Manners(List<Stated> stated) {
            this.stated = stated;
        }

        /** @param day of the campaign */
        public ReportingManner of(Office bureau, LocalDate day) {
            return stated.stream()
                    .filter(one -> one.officeId() == bureau.getId())
                    .filter(one -> !day.isBefore(one.firstDay()) && !day.isAfter(one.lastDay()))
                    .findFirst()
                    .map(Stated::manner)
                    .orElse(ReportingManner.IN_SYSTEM);
        }
    }

    public Manners all() {
        return new Manners(jdbc.sql(STATED).query(Stated.class).list());
    }

    /** How one bureau reports in the campaign of a day. */
    public ReportingManner of(Office bureau, LocalDate day) {
        return all().of(bureau, day);
    }

    /** A county below the bureau that carries a campaign out, and how it reports. */
    record Reporter(long officeId, String officeName, ReportingManner manner) {}

    List<Reporter> of(CampaignInfo campaign) {
        return jdbc.sql("""
                        select office.id as office_id, office.short_name as office_name,
                            coalesce(manner, 'IN_SYSTEM') as manner
                        from office left join campaign_reporter on office_id = office.id and campaign_id = :campaign
                        where kind = 'COUNTY_BUREAU' and parent_id is not null order by office.path
                        """)
                .param("campaign", campaign.id())
                .query(Reporter.class)
                .list();
    }

    @Transactional
    public void write(CampaignInfo campaign, Office bureau, ReportingManner manner) {
        jdbc.sql("delete from campaign_reporter where campaign_id = :campaign and office_id = :office")
                .param("campaign", campaign.id())
                .param("office", bureau.getId())
                .update();
        if (manner != ReportingManner.IN_SYSTEM) {
            jdbc.sql(
                            "insert into campaign_reporter (campaign_id, office_id, manner) values (:campaign, :office, :manner)")
                    .param("campaign", campaign.id())
                    .param("office", bureau.getId())
                    .param("manner", manner.name())
                    .update();
        }
    }
}
