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

/** The days of a month of returns; a day that has passed stays what it was. The key is the month as 202311. */
@Component
class MonthPart implements CampaignPart {

    private static final int MONTHS = 100;

    private final Campaigns campaigns;
    private final JdbcClient jdbc;
    private final Today today;

    MonthPart(Campaigns campaigns, JdbcClient jdbc, Today today) {
        this.campaigns = campaigns;
        this.jdbc = jdbc;
        this.today = today;
    }

    static long key(ReportMonth month) {
        return month.month().getYear() * (long) MONTHS + month.month().getMonthValue();
    }

    @Override
    public String word() {
        return "months";
    }

    @Override
    public FormSheet sheet() {
        return new FormSheet(List.of(new FormSheet.Group(
                "月报日期",
                List.of(
                        FormField.day("cutOff", "数据截止日").needed().hint("当日 24 时截止"),
                        FormField.day("countyDue", "县级报送期限").needed().hint("含当日"),
                        FormField.day("topDue", "市级上报期限").needed().hint("含当日")))));
    }

    @Override
    public Held held(CampaignInfo campaign, long key) {
        ReportMonth month = month(campaign, key);
        return new Held(
                month.month() + " 月报日期",
                Map.of(
                        "cutOff",
                        month.cutOff().toString(),
                        "countyDue",
                        month.countyDue().toString(),
                        "topDue",
                        month.topDue().toString()));
    }

    @Override
    public void write(CampaignInfo campaign, long key, Typed typed) {
        ReportMonth month = month(campaign, key);
        LocalDate cutOff = Objects.requireNonNull(typed.day("cutOff"));
        LocalDate countyDue = Objects.requireNonNull(typed.day("countyDue"));
        LocalDate topDue = Objects.requireNonNull(typed.day("topDue"));
        check("cutOff", "数据截止日", month.cutOff(), cutOff);
        check("countyDue", "县级报送期限", month.countyDue(), countyDue);
        check("topDue", "市级上报期限", month.topDue(), topDue);
        List<ReportMonth> all = campaigns.months(campaign);
        int place = all.indexOf(month);
        LocalDate earliest = month.opens();
        LocalDate latest = place + 1 == all.size()
                ? campaign.lastDay()
                : all.get(place + 1).cutOff().minusDays(1);
        if (cutOff.isBefore(earliest) || cutOff.isAfter(latest)) {
            throw new Refusal("cutOff", "数据截止日应在 " + earliest + " 至 " + latest + " 之间。");
        }
        if (countyDue.isBefore(cutOff)) {
            throw new Refusal("countyDue", "县级报送期限不能早于数据截止日 " + cutOff + "。");
        }
        if (topDue.isBefore(countyDue)) {
            throw new Refusal("topDue", "市级上报期限不能早于县级报送期限 " + countyDue + "。");
        }
        if (topDue.isAfter(cutOff.plusMonths(1))) {
            throw new Refusal("topDue", "市级上报期限应在数据截止日后一个月以内。");
        }
        jdbc.sql("""
                        update campaign_month set cut_off = :cutOff, county_due = :countyDue, top_due = :topDue
                        where campaign_id = :id and month = :month
                        """)
                .param("cutOff", cutOff)
                .param("countyDue", countyDue)
                .param("topDue", topDue)
                .param("id", campaign.id())
                .param("month", month.month().atDay(1))
                .update();
    }

    private void check(String field, String label, LocalDate held, LocalDate wanted) {
        if (!wanted.equals(held) && (held.isBefore(today.day()) || wanted.isBefore(today.day()))) {
            throw new Refusal(field, label + "已经过去的不能再改，也不能改到今天（" + today.day() + "）以前。");
        }
    }

    private ReportMonth month(CampaignInfo campaign, long key) {
        return campaigns.months(campaign).stream()
                .filter(month -> key(month) == key)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
