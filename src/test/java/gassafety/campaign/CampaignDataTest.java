package gassafety.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.journal.Act;
import gassafety.journal.Journal;
import gassafety.journal.Posting;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Campaign data are edited with their history, and a second campaign follows the first without code. */
@SystemTest
class CampaignDataTest {

    private static final LocalDate FIRST = LocalDate.of(2031, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2031, 12, 31);
    private static final LocalDate RUNNING = LocalDate.of(2031, 4, 10);

    @Autowired
    MockMvcTester browser;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Journal journal;

    @Autowired
    Today today;

    @Autowired
    World world;

    @Autowired
    PlatformTransactionManager transactions;

    private World.Bureau bureau;

    @BeforeEach
    void aSecondCampaign() {
        bureau = world.bureau();
        if (campaigns.on(FIRST).firstDay().isBefore(FIRST)) {
            assertThat(post("/campaigns", second(Map.of()), bureau.campaignOffice()))
                    .hasStatus3xxRedirection();
        }
    }

    @Test
    void aSecondCampaignTakesOverTheTasksAndLaysOutItsMonths() {
        CampaignInfo second = campaigns.on(FIRST);
        assertThat(campaigns.tasks(second)).hasSize(16);
        List<ReportMonth> months = campaigns.months(second);
        assertThat(months).hasSize(10);
        assertThat(months.get(0))
                .isEqualTo(new ReportMonth(
                        YearMonth.of(2031, 3),
                        FIRST,
                        FIRST.withDayOfMonth(15),
                        FIRST.withDayOfMonth(18),
                        FIRST.withDayOfMonth(20)));
        assertThat(months.get(9).cutOff()).isEqualTo(LAST);
        assertThat(campaigns.on(LocalDate.of(2025, 12, 31)).code())
                .as("the first one stands beside it")
                .isEqualTo("GAS2023");
        assertThat(campaigns.current().code()).as("it has not begun").isEqualTo("GAS2023");
    }

    @Test
    void campaignsNeverOverlapAndNoneBeginsInThePast() {
        Caller office = bureau.campaignOffice();
        assertThat(said(post("/campaigns", second(Map.of()), office)))
                .contains("开始日应在")
                .contains("SECOND31");
        assertThat(said(post("/campaigns", second(Map.of("firstDay", "2024-01-01")), office)))
                .contains("开始日应在");
        assertThat(said(post("/campaigns", second(Map.of("firstDay", "2032-01-01", "lastDay", "2031-01-01")), office)))
                .contains("结束日应在开始日以后");
        assertThat(said(post("/campaigns", second(Map.of("firstDay", "2032-01-01", "code", "小写")), office)))
                .contains("代号只用大写字母和数字");
    }

    @Test
    void anActCountsInTheCampaignOfItsDay() {
        on(RUNNING, () -> {
            hold(LocalDate.of(2025, 12, 30));
            hold(LocalDate.of(2031, 4, 2));
            hold(LocalDate.of(2031, 4, 3));
            assertThat(events("2025-12-31")).as("entered late").isEqualTo("1");
            assertThat(events("2031-02-28")).as("between the campaigns").isEqualTo("1");
            assertThat(events("2031-04-10")).isEqualTo("2");
            assertThat(page("/annex3?asOf=2031-03-10").select("[data-line=38]").attr("data-value"))
                    .isEqualTo("0");
        });
    }

    @Test
    void messageAndDraftNameTheCampaignOfTheirDay() {
        on(RUNNING, () -> {
            CampaignInfo second = campaigns.current();
            String office = bureau.city().getName();
            assertThat(page("/annex3?asOf=2031-04-10").select("#text").text())
                    .startsWith("截至2031年4月10日，" + office + second.title());
            assertThat(page("/annex3?asOf=2025-12-31").select("#text").text()).contains(office + "城镇燃气安全专项整治行动");
            assertThat(words("/summaries/" + second.id() + "/1/" + bureau.city().getCode() + "/draft.docx"))
                    .contains(office + second.title())
                    .doesNotContain("城镇燃气安全专项整治行动");
        });
    }

    @Test
    void theSummariesOfTheEarlierCampaignAreListedBelowThoseOfTheCurrentOne() {
        CampaignInfo first = campaigns.current();
        on(RUNNING, () -> {
            CampaignInfo second = campaigns.current();
            Document page = page("/summaries");
            assertThat(page.select("section h2").eachText()).containsExactly(second.title(), first.title());
            String summary =
                    "/summaries/" + first.id() + "/1/" + bureau.county().getCode();
            assertThat(page.select("a[href=" + summary + "]").text()).isEqualTo("逾期未报");
        });
    }

    private String words(String document) {
        byte[] file = get(document, bureau.campaignOffice()).getResponse().getContentAsByteArray();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file));
                XWPFWordExtractor extractor = new XWPFWordExtractor(word)) {
            return extractor.getText();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void aPhaseEndsEarlierAndTheNextOneFollowsWithoutAGap() {
        on(RUNNING, () -> {
            CampaignInfo second = campaigns.current();
            String address = "/campaigns/" + second.id() + "/phases/1";
            Map<String, String> sent = form(address);
            sent.putAll(Map.of("to", "2031-06-30", "name", "排查阶段", "summaryDue", "2031-07-05", "reason", "按上级通知"));
            assertThat(post(address, sent, bureau.campaignOffice())).hasRedirectedUrl("/campaigns/" + second.id());
            assertThat(campaigns.current().phases())
                    .containsExactly(
                            new Phase(1, "排查阶段", FIRST, LocalDate.of(2031, 6, 30), LocalDate.of(2031, 7, 5)),
                            new Phase(2, "第2阶段", LocalDate.of(2031, 7, 1), LAST, LAST));
            assertThat(page("/campaigns/" + second.id()).text())
                    .contains(
                            "名称：第1阶段 → 排查阶段",
                            "最后一天：2031-12-31 → 2031-06-30",
                            "按上级通知",
                            bureau.campaignOffice().name());
            assertThat(post(address, sent, bureau.campaignOffice()))
                    .as("a form that was opened before")
                    .hasStatus(409);
            assertThat(refused(address, Map.of("to", "2031-04-01"))).contains("已经过去的日子");
            assertThat(refused(address, Map.of("to", "2032-04-01"))).contains("最后一天应在");
            assertThat(refused(address, Map.of())).as("nothing changed").contains("没有改动");
            assertThat(refused(address, Map.of("name", "甲", "reason", ""))).contains("请填写理由");
        });
    }

    @Test
    void theDaysOfAMonthMoveWhileTheyAreStillToCome() {
        on(RUNNING, () -> {
            CampaignInfo second = campaigns.current();
            String april = "/campaigns/" + second.id() + "/months/203104";
            Map<String, String> sent = form(april);
            sent.putAll(Map.of("countyDue", "2031-04-21", "topDue", "2031-04-23", "reason", "顺延"));
            assertThat(post(april, sent, bureau.campaignOffice())).hasStatus3xxRedirection();
            assertThat(campaigns.months(second).get(1).topDue()).isEqualTo(LocalDate.of(2031, 4, 23));
            assertThat(refused(april, Map.of("cutOff", "2031-05-15"))).contains("数据截止日应在 2031-03-16 至 2031-05-14");
            assertThat(refused(april, Map.of("topDue", "2031-04-16"))).contains("不能早于县级报送期限");
            String march = "/campaigns/" + second.id() + "/months/203103";
            assertThat(refused(march, Map.of("cutOff", "2031-03-20"))).contains("已经过去的不能再改");
        });
    }

    @Test
    void tasksGoToOtherDepartmentsAndTheTaskForceHasItsMembers() {
        CampaignInfo second = campaigns.on(FIRST);
        String task = "/campaigns/" + second.id() + "/tasks/1";
        Map<String, String> sent = form(task);
        sent.putAll(Map.of("lead", "特设科", "reason", "分工调整"));
        sent.remove("cooperating");
        assertThat(post(task, sent, bureau.campaignOffice())).hasStatus3xxRedirection();
        assertThat(campaigns.tasks(second).get(0).lead()).isEqualTo("特设科");
        String member = "/campaigns/" + second.id() + "/members/0";
        Map<String, String> joined = form(member);
        joined.putAll(Map.of(
                "duty",
                "LIAISON",
                "office",
                bureau.county().getCode(),
                "name",
                "演示员联络",
                "from",
                "2031-03-01",
                "reason",
                "新任"));
        assertThat(post(member, joined, bureau.campaignOffice())).hasStatus3xxRedirection();
        assertThat(post(member, joined, bureau.campaignOffice()))
                .as("sent twice")
                .hasStatus(409);
        assertThat(campaigns.members(second))
                .filteredOn(one -> one.name().equals("演示员联络"))
                .singleElement()
                .extracting(CampaignMember::officeName)
                .isEqualTo(bureau.county().getShortName());
        String office = bureau.county().getCode();
        assertThat(refused(
                        member,
                        Map.of(
                                "name",
                                "甲",
                                "office",
                                office,
                                "duty",
                                "MEMBER",
                                "from",
                                "2031-03-02",
                                "to",
                                "2031-03-01")))
                .contains("结束日不能早于开始日");
    }

    @Test
    void administratorsAndTheCampaignOfficeEditAndNobodyElse() {
        String address = "/campaigns/" + campaigns.on(FIRST).id();
        assertThat(get(address, world.hire(bureau.city(), Role.ADMINISTRATOR))).hasStatusOk();
        assertThat(get(address, bureau.leader())).hasStatus(403);
        assertThat(get(address, bureau.countySection())).hasStatus(403);
        assertThat(post(address + "/dates/0", Map.of("title", "甲"), bureau.countyHead()))
                .hasStatus(403);
        assertThat(get("/campaigns/999999", bureau.campaignOffice())).hasStatus(404);
        assertThat(get(address + "/nothing/1", bureau.campaignOffice())).hasStatus(404);
    }

    private static Map<String, String> second(Map<String, String> different) {
        Map<String, String> form = new HashMap<>(Map.of(
                "version", "-1",
                "code", "SECOND31",
                "title", "第二次专项行动 SECOND31",
                "firstDay", FIRST.toString(),
                "lastDay", LAST.toString(),
                "cutOff", "15",
                "countyDue", "18",
                "topDue", "20",
                "tasks", "yes",
                "reason", "按上级部署"));
        form.putAll(different);
        return form;
    }

    private void hold(LocalDate day) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> journal.record(Posting.of(
                        Act.PUBLICITY_EVENT_HELD,
                        day,
                        bureau.leader(),
                        new Source(SourceKind.OUTREACH, day.toEpochDay()))));
    }

    private String events(String day) {
        return page("/annex3?asOf=" + day).select("[data-line=38]").attr("data-value");
    }

    private String refused(String address, Map<String, String> different) {
        Map<String, String> sent = form(address);
        sent.put("reason", "理由");
        sent.putAll(different);
        return said(post(address, sent, bureau.campaignOffice()));
    }

    private String said(MvcTestResult result) {
        assertThat(result).hasStatus(422);
        return document(result).text();
    }

    /** What the form on a page would send. */
    private Map<String, String> form(String address) {
        Map<String, String> sent = new HashMap<>();
        page(address)
                .select("article form")
                .first()
                .select("input[name], select[name], textarea[name]")
                .forEach(field -> {
                    if (field.normalName().equals("select")) {
                        sent.put(
                                field.attr("name"),
                                field.select("option[selected]").val());
                    } else if (!field.attr("type").equals("checkbox") || field.hasAttr("checked")) {
                        sent.merge(field.attr("name"), field.val(), (one, other) -> one + "," + other);
                    }
                });
        sent.remove("_csrf");
        return sent;
    }

    private void on(LocalDate day, Runnable act) {
        today.at(day.atTime(9, 0).atZone(Today.ZONE).toInstant(), act);
    }

    private Document page(String address) {
        MvcTestResult result = get(address, bureau.campaignOffice());
        assertThat(result).hasStatusOk();
        return document(result);
    }

    private static Document document(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String address, Caller caller) {
        return browser.get().uri(address).with(user(caller.username())).exchange();
    }

    private MvcTestResult post(String address, Map<String, String> sent, Caller caller) {
        var request = browser.post().uri(address).with(user(caller.username())).with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }
}
