package gassafety.campaign;

import gassafety.calendar.Today;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The phases: without gaps, so that the day after the last day of one is the first of the next. */
@Component
class PhasePart implements CampaignPart {

    private static final int NAME = 40;

    private final JdbcClient jdbc;
    private final Today today;

    PhasePart(JdbcClient jdbc, Today today) {
        this.jdbc = jdbc;
        this.today = today;
    }

    @Override
    public String word() {
        return "phases";
    }

    @Override
    public FormSheet sheet() {
        return new FormSheet(List.of(new FormSheet.Group(
                "阶段",
                List.of(
                        FormField.text("name", "名称", NAME).needed(),
                        FormField.day("to", "最后一天").needed().hint("下一阶段从次日开始；最后一个阶段提前结束时，其余日子成为新的阶段"),
                        FormField.day("summaryDue", "阶段性工作总结期限").needed()))));
    }

    @Override
    public Held held(CampaignInfo campaign, long key) {
        Phase phase = phase(campaign, key);
        return new Held(
                "第" + phase.number() + "阶段",
                Map.of(
                        "name",
                        phase.name(),
                        "to",
                        phase.to().toString(),
                        "summaryDue",
                        phase.summaryDue().toString()));
    }

    @Override
    public void write(CampaignInfo campaign, long key, Typed typed) {
        Phase phase = phase(campaign, key);
        LocalDate to = Objects.requireNonNull(typed.day("to"));
        LocalDate summaryDue = Objects.requireNonNull(typed.day("summaryDue"));
        if (summaryDue.isBefore(phase.from())) {
            throw new Refusal("summaryDue", "总结期限不能早于本阶段开始的 " + phase.from() + "。");
        }
        jdbc.sql(
                        "update campaign_phase set name = :name, summary_due = :due where campaign_id = :id and number = :number")
                .param("name", typed.text("name"))
                .param("due", summaryDue)
                .param("id", campaign.id())
                .param("number", phase.number())
                .update();
        if (!to.equals(phase.to())) {
            end(campaign, phase, to);
        }
    }

    private void end(CampaignInfo campaign, Phase phase, LocalDate to) {
        boolean last = phase.number() == campaign.phases().size();
        LocalDate latest = last
                ? campaign.lastDay()
                : phase(campaign, phase.number() + 1L).to().minusDays(1);
        if (phase.to().isBefore(today.day()) || to.isBefore(today.day())) {
            throw new Refusal("to", "已经过去的日子属于哪个阶段不能再改，最后一天应在 " + today.day() + " 或以后。");
        }
        if (to.isBefore(phase.from()) || to.isAfter(latest)) {
            throw new Refusal("to", "最后一天应在 " + phase.from() + " 至 " + latest + " 之间。");
        }
        jdbc.sql("update campaign_phase set to_day = :to where campaign_id = :id and number = :number")
                .param("to", to)
                .param("id", campaign.id())
                .param("number", phase.number())
                .update();
        if (last) {
            jdbc.sql("""
                            insert into campaign_phase (campaign_id, number, name, from_day, to_day, summary_due)
                            values (:id, :number, :name, :from, :to, :to)
                            """)
                    .param("id", campaign.id())
                    .param("number", phase.number() + 1)
                    .param("name", "第" + (phase.number() + 1) + "阶段")
                    .param("from", to.plusDays(1))
                    .param("to", campaign.lastDay())
                    .update();
        } else {
            jdbc.sql("update campaign_phase set from_day = :from where campaign_id = :id and number = :number")
                    .param("from", to.plusDays(1))
                    .param("id", campaign.id())
                    .param("number", phase.number() + 1)
                    .update();
        }
    }

    private static Phase phase(CampaignInfo campaign, long number) {
        return campaign.phases().stream()
                .filter(phase -> phase.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
