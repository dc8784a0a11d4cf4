package gassafety.campaign;

import gassafety.forms.FormFile;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the campaign of {@code forms/} into its tables; one that is there is left alone with what was edited in it. */
@Component
class CampaignLoader {

    private final JdbcClient jdbc;

    CampaignLoader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    void load() {
        CSVRecord campaign = FormFile.rows("campaigns.csv").get(0);
        jdbc.sql("""
                        insert into campaign (code, title, first_day, last_day)
                        values (:code, :title, :firstDay, :lastDay)
                        on conflict (code) do nothing
                        returning id
                        """)
                .param("code", campaign.get("code"))
                .param("title", campaign.get("title"))
                .param("firstDay", LocalDate.parse(campaign.get("first_day")))
                .param("lastDay", LocalDate.parse(campaign.get("last_day")))
                .query(Long.class)
                .optional()
                .ifPresent(this::loadParts);
        FormFile.rows("campaign-months.csv").forEach(row -> insertMonth(campaign.get("code"), row));
    }

    private void insertMonth(String campaign, CSVRecord row) {
        jdbc.sql("""
                        insert into campaign_month (campaign_id, month, cut_off, county_due, top_due)
                        select id, :month, :cutOff, :countyDue, :topDue from campaign where code = :campaign
                        on conflict do nothing
                        """)
                .param("campaign", campaign)
                .param("month", LocalDate.parse(row.get("month") + "-01"))
                .param("cutOff", LocalDate.parse(row.get("cut_off")))
                .param("countyDue", LocalDate.parse(row.get("county_due")))
                .param("topDue", LocalDate.parse(row.get("top_due")))
                .update();
    }

    private void loadParts(long campaign) {
        FormFile.rows("campaign-phases.csv").forEach(row -> insertPhase(campaign, row));
        FormFile.rows("campaign-tasks.csv").forEach(row -> insertTask(campaign, row));
        FormFile.rows("campaign-duties.csv").forEach(row -> insertDuty(campaign, row));
    }

    private void insertPhase(long campaign, CSVRecord row) {
        jdbc.sql("""
                        insert into campaign_phase (campaign_id, number, name, from_day, to_day, summary_due)
                        values (:campaign, :number, :name, :from, :to, :summaryDue)
                        """)
                .param("campaign", campaign)
                .param("number", Integer.valueOf(row.get("phase")))
                .param("name", row.get("name"))
                .param("from", LocalDate.parse(row.get("from")))
                .param("to", LocalDate.parse(row.get("to")))
                .param("summaryDue", LocalDate.parse(row.get("stage_summary_due")))
                .update();
    }

    private void insertTask(long campaign, CSVRecord row) {
        jdbc.sql("""
                        insert into campaign_task (campaign_id, position, code, title, lead_department,
                            cooperating_departments)
                        values (:campaign, :position, :code, :title, :lead, :cooperating)
                        """)
                .param("campaign", campaign)
                .param("position", row.getRecordNumber())
                .param("code", row.get("code"))
                .param("title", row.get("task"))
                .param("lead", row.get("lead_department"))
                .param("cooperating", array(FormFile.split(row.get("cooperating_departments"), ";")))
                .update();
    }

    private void insertDuty(long campaign, CSVRecord row) {
        boolean refersToTasks = row.get("owner").endsWith(".csv");
        jdbc.sql("""
                        insert into campaign_duty (campaign_id, position, paragraph, content, owners, evidence)
                        values (:campaign, :position, :paragraph, :content, :owners, :evidence)
                        """)
                .param("campaign", campaign)
                .param("position", row.getRecordNumber())
                .param("paragraph", row.get("paragraph"))
                .param("content", row.get("duty"))
                .param("owners", array(refersToTasks ? List.of() : FormFile.split(row.get("owner"), ";")))
                .param("evidence", row.get("evidence_in_the_system"))
                .update();
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
