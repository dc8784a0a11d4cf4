package gassafety.campaign;

import gassafety.calendar.Today;
import gassafety.campaign.CampaignPart.Held;
import gassafety.office.Caller;
import gassafety.office.OfficeKind;
import gassafety.office.Role;
import gassafety.web.Forbidden;
import gassafety.web.FormField;
import gassafety.web.FormPage;
import gassafety.web.FormSheet;
import gassafety.web.NotFound;
import gassafety.web.Pages;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import gassafety.web.Typed;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes campaign data, each change with its reason, and sets up the next campaign. */
@Service
class CampaignData {

    private static final int REASON = 200;
    private static final int CODE = 20;
    private static final int LAST_CUT_OFF = 25;
    private static final int LAST_DUE = 28;

    private static final FormSheet.Group WHY = new FormSheet.Group(
            "修改理由", List.of(FormField.text("reason", "理由", REASON).needed().hint("与改动一起留存，不能删除")));

    private final Campaigns campaigns;
    private final ReportMonths months;
    private final List<CampaignPart> parts;
    private final JdbcClient jdbc;
    private final Today today;

    CampaignData(Campaigns campaigns, ReportMonths months, List<CampaignPart> parts, JdbcClient jdbc, Today today) {
        this.campaigns = campaigns;
        this.months = months;
        this.parts = parts;
        this.jdbc = jdbc;
        this.today = today;
    }

    /** Administrators, and the campaign office of the bureau at the top. */
    static boolean mayEdit(Caller caller) {
        return caller.is(Role.ADMINISTRATOR)
                || caller.is(Role.CAMPAIGN_OFFICE) && caller.office().bureau().getKind() == OfficeKind.MUNICIPAL_BUREAU;
    }

    static void requireEdit(Caller caller) {
        if (!mayEdit(caller)) {
            throw new Forbidden("专项行动的日期、分工和专班成员由专班办公室和系统管理员维护。");
        }
    }

    CampaignInfo require(long id) {
        return campaigns.all().stream()
                .filter(campaign -> campaign.id() == id)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The form of one part of a campaign, with the reason below it. */
    FormPage page(CampaignInfo campaign, String word, long key) {
        CampaignPart part = part(word);
        Held held = part.held(campaign, key);
        List<FormSheet.Group> groups = new ArrayList<>(part.sheet().groups());
        groups.add(WHY);
        String data = "/campaigns/" + campaign.id();
        return new FormPage(
                held.title(),
                data + "/" + word + "/" + key,
                data,
                new FormSheet(groups),
                held.held(),
                version(campaign));
    }

    /**
     * Changes one part.
     *
     * @param version of the campaign's data when the form was opened
     * @throws Stale when somebody changed them since
     * @throws Refusal when nothing is different, or the campaign would no longer hold together
     */
    @Transactional
    public void change(long id, String word, long key, int version, Typed typed, Caller by) {
        requireEdit(by);
        int now = jdbc.sql("select version from campaign where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .single();
        if (now != version) {
            throw new Stale("专项行动的数据刚刚被别人修改过。");
        }
        CampaignInfo campaign = require(id);
        CampaignPart part = part(word);
        Held held = part.held(campaign, key);
        String account = part.sheet().account(held.held(), typed.content());
        if (account.isEmpty()) {
            throw new Refusal("没有改动，不用保存。");
        }
        part.write(campaign, key, typed);
        jdbc.sql("update campaign set version = version + 1 where id = :id")
                .param("id", id)
                .update();
        remember(id, held.title(), account, typed.text("reason"), by);
    }

    /** What a new campaign is asked for; the usual days of the month stand in it. */
    static FormSheet newCampaign() {
        return new FormSheet(List.of(
                new FormSheet.Group(
                        "专项行动",
                        List.of(
                                FormField.text("code", "代号", CODE).needed().hint("大写字母和数字，例如 GAS2026"),
                                FormField.text("title", "名称", CampaignDates.TITLE)
                                        .needed(),
                                FormField.day("firstDay", "开始日").needed().hint("在现有专项行动结束以后"),
                                FormField.day("lastDay", "结束日").needed())),
                new FormSheet.Group(
                        "月报日期",
                        List.of(
                                FormField.whole("cutOff", "数据截止日（每月几日）", 2)
                                        .needed()
                                        .hint("最后一个月截至结束日，县级在其后 3 日内、市级在其后 5 日内"),
                                FormField.whole("countyDue", "县级报送期限（每月几日）", 2).needed(),
                                FormField.whole("topDue", "市级上报期限（每月几日）", 2).needed())),
                new FormSheet.Group(
                        "沿用",
                        List.of(FormField.tick("tasks", "沿用上一次专项行动的任务分工和其他职责"), FormField.tick("members", "沿用专班成员"))),
                WHY));
    }

    /**
     * Sets up a campaign after the last one: one phase at first, its months of returns, and what it takes over.
     *
     * @return its id
     */
    @Transactional
    public long setUp(Typed typed, Caller by) {
        requireEdit(by);
        CampaignInfo before = campaigns.all().get(0);
        LocalDate first = Objects.requireNonNull(typed.day("firstDay"));
        LocalDate last = Objects.requireNonNull(typed.day("lastDay"));
        ReportMonths.Days days =
                new ReportMonths.Days(typed.whole("cutOff"), typed.whole("countyDue"), typed.whole("topDue"));
        check(typed.text("code"), first, last, before, days);
        long id = jdbc.sql("""
                        insert into campaign (code, title, first_day, last_day) values (:code, :title, :first, :last)
                        on conflict (code) do nothing returning id
                        """)
                .param("code", typed.text("code"))
                .param("title", typed.text("title"))
                .param("first", first)
                .param("last", last)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal("code", "已经有代号为 " + typed.text("code") + " 的专项行动。"));
        jdbc.sql("insert into campaign_phase values (:id, 1, '第1阶段', :first, :last, :last)")
                .param("id", id)
                .param("first", first)
                .param("last", last)
                .update();
        months.layOut(id, first, last, days);
        if (typed.ticked("tasks")) {
            takeOver("campaign_task", "position, code, title, lead_department, cooperating_departments", id, before);
            takeOver("campaign_duty", "position, paragraph, content, owners, evidence", id, before);
        }
        if (typed.ticked("members")) {
            takeOver("campaign_member", "duty, office_id, name, post, phone, from_day, to_day", id, before);
        }
        remember(id, "新设专项行动", typed.text("title") + "，" + first + " 至 " + last, typed.text("reason"), by);
        return id;
    }

    private void check(String code, LocalDate first, LocalDate last, CampaignInfo before, ReportMonths.Days days) {
        if (!code.matches("[A-Z0-9]{1,20}")) {
            throw new Refusal("code", "代号只用大写字母和数字，不超过 20 个。");
        }
        if (!first.isAfter(before.lastDay())) {
            throw new Refusal("firstDay", "开始日应在“" + before.title() + "”结束（" + before.lastDay() + "）以后。");
        }
        if (first.isBefore(today.day())) {
            throw new Refusal("firstDay", "开始日不能早于今天（" + today.day() + "）：已经发生的事项属于现有的专项行动。");
        }
        if (last.isBefore(first) || last.isAfter(first.plusYears(CampaignDates.MOST_YEARS))) {
            throw new Refusal("lastDay", "结束日应在开始日以后 " + CampaignDates.MOST_YEARS + " 年以内。");
        }
        if (days.cutOff() < 1 || days.cutOff() > LAST_CUT_OFF) {
            throw new Refusal("cutOff", "数据截止日应为 1 至 " + LAST_CUT_OFF + " 日。");
        }
        if (days.county() < days.cutOff() || days.county() > LAST_DUE) {
            throw new Refusal("countyDue", "县级报送期限应在数据截止日至 " + LAST_DUE + " 日之间。");
        }
        if (days.top() < days.county() || days.top() > LAST_DUE) {
            throw new Refusal("topDue", "市级上报期限应在县级报送期限至 " + LAST_DUE + " 日之间。");
        }
    }

    private void takeOver(String table, String columns, long id, CampaignInfo before) {
        jdbc.sql(
                        "insert into %1$s (campaign_id, %2$s) select :id, %2$s from %1$s where campaign_id = :before order by %2$s"
                                .formatted(table, columns))
                .param("id", id)
                .param("before", before.id())
                .update();
    }

    private void remember(long id, String title, String account, String reason, Caller by) {
        jdbc.sql("""
                        insert into campaign_change (campaign_id, title, account, reason, by_account_id, by_name, by_office,
                            changed_at)
                        values (:id, :title, :account, :reason, :by, :byName, :byOffice, :now)
                        """)
                .param("id", id)
                .param("title", title)
                .param("account", account)
                .param("reason", reason)
                .param("by", by.accountId())
                .param("byName", by.name())
                .param("byOffice", by.place())
                .param("now", OffsetDateTime.ofInstant(today.now(), ZoneOffset.UTC))
                .update();
    }

    /** What was changed in a campaign, the latest first. */
    Page<CampaignChange> changes(CampaignInfo campaign, int number) {
        long total = jdbc.sql("select count(*) from campaign_change where campaign_id = :id")
                .param("id", campaign.id())
                .query(Long.class)
                .single();
        PageRequest page = Pages.request(number, total);
        List<CampaignChange> changes = jdbc.sql("""
                        select title, account, reason, by_name, by_office, changed_at from campaign_change
                        where campaign_id = :id order by id desc limit :size offset :offset
                        """)
                .param("id", campaign.id())
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query((row, at) -> new CampaignChange(
                        row.getString("title"),
                        row.getString("account"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getString("by_office"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
        return new PageImpl<>(changes, page, total);
    }

    private int version(CampaignInfo campaign) {
        return jdbc.sql("select version from campaign where id = :id")
                .param("id", campaign.id())
                .query(Integer.class)
                .single();
    }

    private CampaignPart part(String word) {
        return parts.stream()
                .filter(part -> part.word().equals(word))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
