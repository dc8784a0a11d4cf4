package gassafety.campaign;

import gassafety.calendar.Today;
import gassafety.web.FormField;
import gassafety.web.FormSheet;
import gassafety.web.Refusal;
import gassafety.web.Typed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Title and last day of a campaign; a campaign may be prolonged. */
@Component
class CampaignDates implements CampaignPart {

    static final int TITLE = 100;
    static final int MOST_YEARS = 5;

    private final ReportMonths months;
    private final JdbcClient jdbc;
    private final Today today;

    CampaignDates(ReportMonths months, JdbcClient jdbc, Today today) {
        this.months = months;
        this.jdbc = jdbc;
        this.today = today;
    }

    @Override
    public String word() {
        return "dates";
    }

    @Override
    public FormSheet sheet() {
        return new FormSheet(List.of(new FormSheet.Group(
                "名称和结束日",
                List.of(
                        FormField.text("title", "名称", TITLE).needed(),
                        FormField.day("lastDay", "结束日").needed().hint("可以延后，不能提前；延后时最后一个阶段随之延长，并补上各月的月报日期")))));
    }

    @Override
    public Held held(CampaignInfo campaign, long key) {
        return new Held(
                "名称和结束日",
                Map.of("title", campaign.title(), "lastDay", campaign.lastDay().toString()));
    }

    @Override
    public void write(CampaignInfo campaign, long key, Typed typed) {
        LocalDate last = Objects.requireNonNull(typed.day("lastDay"));
        if (last.isBefore(campaign.lastDay())) {
            throw new Refusal("lastDay", "结束日只能延后，不能早于现在的 " + campaign.lastDay() + "。");
        }
        if (last.isAfter(campaign.firstDay().plusYears(MOST_YEARS))) {
            throw new Refusal("lastDay", "一次专项行动不超过 " + MOST_YEARS + " 年。");
        }
        if (last.isAfter(campaign.lastDay()) && campaign.lastDay().isBefore(today.day())) {
            throw new Refusal("lastDay", "这次专项行动已经结束，不能再延长；请另设一次专项行动。");
        }
        jdbc.sql("update campaign set title = :title, last_day = :last where id = :id")
                .param("title", typed.text("title"))
                .param("last", last)
                .param("id", campaign.id())
                .update();
        jdbc.sql("update campaign_phase set to_day = :last where campaign_id = :id and to_day = :before")
                .param("last", last)
                .param("id", campaign.id())
                .param("before", campaign.lastDay())
                .update();
        months.continueTo(campaign, last);
    }
}
