package gassafety.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.support.DemoTest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** 责任倒查: found by rules, explained by those whom it is about, decided by others. */
@DemoTest
class ReviewTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    ReviewFinder finder;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void whatTheRulesFind() {
        finder.find();
    }

    @Test
    void anItemSignedInOrderAndFoundBadWithinNinetyDaysIsFoundOnce() {
        List<String> found = jdbc.sql(
                        "select hazard_id || ':' || inspection_id from review where rule = 'SIGNED_IN_ORDER'")
                .query(String.class)
                .list();
        List<String> byHand = jdbc.sql("""
                        select h.id || ':' || e.id from hazard h, inspection i, inspection e, inspection_answer a
                        where h.source_kind = 'INSPECTION' and i.id = h.source_id and h.state <> 'VOIDED'
                            and e.enterprise_id = h.enterprise_id and e.checklist_id = i.checklist_id
                            and e.status in ('SIGNED', 'NOT_SIGNED_BY_UNIT', 'CLOSED')
                            and h.found_on - e.visit_day between 1 and 90 and h.found_on >= date '2023-11-15' - 90
                            and a.inspection_id = e.id and a.position = h.source_line and a.verdict = 'COMPLIANT'
                            and a.version = (select max(version) from inspection_answer l where l.stands
                                and l.inspection_id = e.id and l.position = a.position)
                        """).query(String.class).list();
        assertThat(found).isNotEmpty().doesNotHaveDuplicates().isSubsetOf(byHand);
        List<String> left = byHand.stream().filter(one -> !found.contains(one)).toList();
        assertThat(left).allSatisfy(one -> {
            long hazard = Long.parseLong(one.substring(0, one.indexOf(':')));
            assertThat(changedAfterSigning(hazard)).as(one).isTrue();
        });
        assertThat(finder.find()).as("found again").isZero();
    }

    @Test
    void whatChangedAfterTheSigningIsNotFound() {
        long inOrder = jdbc.sql("select min(id) from review where rule = 'SIGNED_IN_ORDER'")
                .query(Long.class)
                .single();
        assertThat(foundAgain(inOrder, "update review set version = version where id = :id"))
                .isTrue();
        assertThat(foundAgain(inOrder, """
                        update hazard other set checklist_code = h.checklist_code, printed_no = h.printed_no, item = h.item,
                            reported_on = h.found_on, recheck_due = h.found_on + 10, found_on = h.found_on - 1,
                            due = greatest(other.due, h.found_on), first_due = greatest(other.first_due, h.found_on),
                            ended_on = case when other.ended_on is not null then greatest(other.ended_on, h.found_on) end
                        from hazard h join review r on r.hazard_id = h.id
                        where r.id = :id and other.id = (select min(id) from hazard o
                            where o.enterprise_id = h.enterprise_id and o.id <> h.id)
                        """))
                .as("the unit put it right in between")
                .isFalse();
        long paper = jdbc.sql("""
                        select min(r.id) from review r join hazard h on h.id = r.hazard_id
                        where rule = 'SIGNED_IN_ORDER' and checklist_code = 'ANNEX2' and source_line in (4, 5, 6, 8)
                        """).query(Long.class).single();
        assertThat(foundAgain(paper, """
                        update person s set certificate_valid_to = r.found_on from hazard h
                        join (select hazard_id, (select found_on from hazard where id = hazard_id) from review
                            where id = :id) r on r.hazard_id = h.id
                        where s.enterprise_id = h.enterprise_id
                        """))
                .as("a certificate ran out in between")
                .isFalse();
    }

    /** Whether a review is found once more after it was taken out and something changed; nothing of this stays. */
    private boolean foundAgain(long id, String change) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            var what = jdbc.sql("select hazard_id, inspection_id from review where id = :id")
                    .param("id", id)
                    .query()
                    .singleRow();
            jdbc.sql(change).param("id", id).update();
            jdbc.sql("delete from review_party where review_id = :id")
                    .param("id", id)
                    .update();
            jdbc.sql("delete from review where id = :id").param("id", id).update();
            finder.find();
            return jdbc.sql("select exists (select from review where rule = 'SIGNED_IN_ORDER'"
                            + " and hazard_id = :hazard and inspection_id = :inspection)")
                    .param("hazard", what.get("hazard_id"))
                    .param("inspection", what.get("inspection_id"))
                    .query(Boolean.class)
                    .single();
        }));
    }

    /** Whether a paper ran out in the time that the rule looks at, or the unit had reported the item put right. */
    private boolean changedAfterSigning(long hazard) {
        return jdbc.sql("""
                        select exists (select from hazard o where o.enterprise_id = h.enterprise_id and o.id <> h.id
                                and o.checklist_code = h.checklist_code and o.printed_no = h.printed_no
                                and o.reported_on between h.found_on - 90 and h.found_on)
                            or exists (select from filling_station s where s.enterprise_id = h.enterprise_id
                                and (s.licence_valid_to between h.found_on - 90 and h.found_on
                                    or s.gas_licence_valid_to between h.found_on - 90 and h.found_on))
                            or exists (select from person p where p.enterprise_id = h.enterprise_id
                                and p.certificate_valid_to between h.found_on - 90 and h.found_on)
                            or exists (select from tank t where t.enterprise_id = h.enterprise_id
                                and t.inspection_valid_to between h.found_on - 90 and h.found_on)
                        from hazard h where h.id = :id
                        """).param("id", hazard).query(Boolean.class).single();
    }

    @Test
    void whatIsLongOverdueOrCameBackIsFoundWithThoseWhoFollowedUp() {
        assertThat(count("review where rule = 'OVERDUE'"))
                .isEqualTo(
                        count("hazard where open and state in ('ON_THE_SPOT', 'RECTIFYING') and extension_by_id is null"
                                + " and due < date '2023-11-15' - 30 and source_kind = 'INSPECTION' and not exists ("
                                + "select from hazard_recheck where hazard_id = hazard.id and not passed and agreed"
                                + " and done_on >= date '2023-11-15' - 30)"))
                .isPositive();
        assertThat(count("review where rule = 'FALSE_CLOSURE'")).isPositive();
        assertThat(count("review r where not exists (select from review_party where review_id = r.id)"))
                .isZero();
        assertThat(count("review_party p join review r on r.id = p.review_id where rule = 'FALSE_CLOSURE'"
                        + " and not exists (select from hazard_closure c where c.hazard_id = r.hazard_id and c.by_id = p.account_id)"
                        + " and not exists (select from hazard_recheck c where c.hazard_id = r.hazard_id"
                        + " and p.account_id in (c.by_id, c.second_id))"))
                .isZero();
    }

    @Test
    void thePartiesExplainFirstThenTheDepartmentProposesAndALeaderApproves() {
        long id = untouched();
        List<String> parties = parties(id);
        String address = "/reviews/" + id;
        assertThat(get(address + "/start", "enforcement"))
                .as("not explained yet")
                .hasStatus(409);
        for (String party : parties) {
            assertThat(page("/", party).text()).contains("说明责任倒查线索");
            assertThat(post(address + "/explanation", "当时现场核对过，完好。", party)).hasRedirectedUrl(address);
        }
        assertThat(page(address, "enforcement").text()).contains("待决定", "当时现场核对过，完好。");
        assertThat(post(address + "/explanation", "再说一遍", parties.get(0))).hasStatus(409);
        assertThat(post(address + "/start", "", "enforcement")).hasStatus(422);
        Map<String, String> start = form(address + "/start", "enforcement");
        start.put("opinion", "说明与照片不符");
        assertThat(send(address + "/start", start, "enforcement")).hasRedirectedUrl(address);
        assertThat(send(address + "/start", start, "enforcement"))
                .as("tapped twice")
                .hasRedirectedUrl(address);
        assertThat(get(address + "/approval", "enforcement")).hasStatus(403);
        assertThat(post(address + "/approval", "同意", "leader")).hasRedirectedUrl(address);
        step(address, "check", "调取照片，当日即有锈蚀", "enforcement");
        step(address, "finding", "检查不细，批评教育", "enforcement");
        step(address, "rejection", "写明责任划分", "leader");
        step(address, "finding", "二人同责，批评教育", "enforcement");
        step(address, "approval", "同意", "leader");
        Map<String, String> referral = form(address + "/referral", "enforcement");
        referral.putAll(Map.of("number", "云市监移〔2023〕1号", "day", "2023-11-16", "opinion", "失职线索"));
        assertThat(send(address + "/referral", referral, "enforcement"))
                .hasStatus(422)
                .bodyText()
                .contains("请上传移送书", "移送书日期不能晚于今天", "失职线索");
        referral.put("day", "2023-11-15");
        assertThat(sendWithPaper(address + "/referral", referral, "移送书.pdf")).hasRedirectedUrl(address);
        Map<String, String> receipt = form(address + "/receipt", "enforcement");
        receipt.putAll(Map.of("number", "云纪收〔2023〕7号", "day", "2023-11-15", "opinion", "案管室签收"));
        assertThat(sendWithPaper(address + "/receipt", receipt, "回执.pdf")).hasRedirectedUrl(address);
        Document ended = page(address, "leader");
        assertThat(ended.text()).contains("已回执", "移送书 云市监移〔2023〕1号，2023-11-15。失职线索", "写明责任划分");
        assertThat(ended.select(".files a").eachText()).containsExactly("移送书.pdf", "回执.pdf");
        String file = ended.select(".files a").attr("href");
        assertThat(get(file, parties.get(0))).hasStatusOk();
        assertThat(get(file, "quality")).hasStatus(404);
        assertThat(get(address + "/handling", "enforcement")).as("it has ended").hasStatus(409);
    }

    @Test
    void oneExplanationMayStandForAllItemsOfTheSameInspection() {
        Map<String, Object> party = jdbc.sql("""
                        select account_id, username, inspection_id, count(*) as waiting, min(review_id) as first
                        from review_party join review on review.id = review_id join account on account.id = account_id
                        where inspection_id > 0 and state = 'FOUND' and explanation is null
                        group by account_id, username, inspection_id order by waiting desc limit 1""").query().singleRow();
        String waiting = "review_party join review on review.id = review_id where explanation is null and account_id = "
                + party.get("account_id") + " and inspection_id = " + party.get("inspection_id");
        assertThat(count(waiting)).isGreaterThan(1);
        String address = "/reviews/" + party.get("first");
        String username = party.get("username").toString();
        Map<String, String> form = form(address + "/explanation", username);
        form.putAll(Map.of("opinion", "两人当日逐项看过，均完好。", "others", "yes"));
        assertThat(send(address + "/explanation", form, username)).hasRedirectedUrl(address);
        assertThat(send(address + "/explanation", form, username))
                .as("tapped twice")
                .hasRedirectedUrl(address);
        assertThat(count(waiting)).isZero();
        assertThat(count("review_party where explanation = '两人当日逐项看过，均完好。'"))
                .isEqualTo(((Number) party.get("waiting")).intValue());
    }

    @Test
    void withoutAnExplanationTheTermMustHavePassedAndALeaderMayDropIt() {
        long id = untouched();
        String address = "/reviews/" + id;
        LocalDate after = LocalDate.of(2023, 12, 1);
        today.at(after.atTime(9, 0).atZone(Today.ZONE).toInstant(), () -> {
            assertThat(page(address, "enforcement").text()).contains("逾期未说明", "说明期限已过");
            step(address, "dropping", "签字后设备才损坏，有维修记录", "enforcement");
            step(address, "rejection", "请附维修记录", "leader");
            assertThat(page(address, "enforcement").text()).contains("待决定");
            step(address, "dropping", "已附维修记录", "enforcement");
            step(address, "approval", "同意不追究", "leader");
        });
        assertThat(page(address, "leader").text()).contains("不追究");
    }

    @Test
    void theDeskShowsTheMostUrgentAndLeadsToEverythingThatWaits() {
        today.at(LocalDate.of(2023, 12, 1).atTime(9, 0).atZone(Today.ZONE).toInstant(), () -> {
            List<String> desk = todo(page("/", "enforcement"));
            List<String> all = todo(
                    page(page("/", "enforcement").select("a:contains(全部列出)").attr("href"), "enforcement"));
            assertThat(desk).hasSize(20).isEqualTo(all.subList(0, 20));
            assertThat(page("/", "enforcement").select("h2:contains(待办)").text())
                    .isEqualTo("待办 " + all.size());
        });
    }

    private static List<String> todo(Document page) {
        return page.select("section:has(h2:contains(待办)) .todo li > span:first-child")
                .eachText();
    }

    @Test
    void onlyThoseWhoWorkOnItOrWhomItIsAboutReadIt() {
        long id = untouched();
        String party = parties(id).get(0);
        String address = "/reviews/" + id;
        assertThat(get(address, party)).hasStatusOk();
        assertThat(get(address, "quality")).hasStatus(404);
        assertThat(get(address, "beilinghead")).hasStatus(404);
        assertThat(get(address, "station")).hasStatus(403);
        assertThat(get("/reviews", "quality")).hasStatusOk().bodyText().contains("没有涉及您的责任倒查线索");
        assertThat(page("/reviews", party).select("table.led tbody tr")).hasSize((int) Math.min(
                50, count("review_party p join account a on a.id = p.account_id where a.username = '" + party + "'")));
        assertThat(get("/reviews/rules", "quality")).hasStatus(403);
    }

    @Test
    void theNumberOfARuleIsSetWithAReason() {
        String address = "/reviews/rules/OVERDUE";
        Map<String, String> form = form(address, "enforcement");
        form.putAll(Map.of("days", "0", "reason", "试行"));
        assertThat(send(address, form, "enforcement")).hasStatus(422).bodyText().contains("天数应在 1 至 365 之间");
        form.put("days", "30");
        assertThat(send(address, form, "leader")).hasStatus(403);
        assertThat(send(address, form, "enforcement")).hasRedirectedUrl("/reviews/rules");
        assertThat(page("/reviews/rules", "leader").text()).contains("试行");
        assertThat(send(address, form, "enforcement"))
                .as("shown before it was set")
                .hasStatus(409);
    }

    @Test
    void whoeverOfTheDepartmentIsAPartyExplainsLikeEveryoneAndHasNoOtherTaskInIt() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                            insert into review_party (review_id, place, account_id, name, part)
                            select r.id, (select count(*) from review_party p where p.review_id = r.id), a.id, a.display_name, '签字“符合”' from review r cross join account a
                            where r.state = 'FOUND' and a.username = 'enforcement'
                            """).update();
            today.at(
                    today.now().plus(Duration.ofDays(30)),
                    () -> assertThat(page("/", "enforcement").text())
                            .contains("说明责任倒查线索")
                            .doesNotContain("责任倒查：待说明"));
        });
    }

    /** A review that nobody has touched yet, all of whose parties have accounts of inspectors. */
    private long untouched() {
        return jdbc.sql("select min(id) from review where version = 0 and rule = 'SIGNED_IN_ORDER'")
                .query(Long.class)
                .single();
    }

    private List<String> parties(long id) {
        return jdbc.sql("select username from review_party p join account a on a.id = p.account_id"
                        + " where review_id = :id order by place")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    private void step(String address, String step, String opinion, String by) {
        assertThat(post(address + "/" + step, opinion, by)).as(step).hasRedirectedUrl(address);
    }

    private MvcTestResult post(String address, String opinion, String by) {
        MvcTestResult asked = get(address, by);
        if (asked.getResponse().getStatus() != 200) {
            return asked;
        }
        Map<String, String> form = form(address, by);
        form.put("opinion", opinion);
        return send(address, form, by);
    }

    private Map<String, String> form(String address, String by) {
        Map<String, String> content = new HashMap<>();
        for (Element field : page(address, by).select("form[method=post] [name]")) {
            content.put(field.attr("name"), field.attr("value"));
        }
        return content;
    }

    private Document page(String address, String by) {
        MvcTestResult answer = get(address, by);
        assertThat(answer).as(address).hasStatusOk();
        try {
            return Jsoup.parse(answer.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String address, String by) {
        return browser.get().uri(address).with(user(by)).exchange();
    }

    private MvcTestResult sendWithPaper(String address, Map<String, String> form, String name) {
        byte[] paper = ("%PDF-1.4\n" + name + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        var request = browser.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("paper", name, "application/pdf", paper));
        form.forEach(request::param);
        return request.with(user("enforcement")).with(csrf()).exchange();
    }

    private MvcTestResult send(String address, Map<String, String> form, String by) {
        var request = browser.post().uri(address);
        form.forEach(request::param);
        return request.with(user(by)).with(csrf()).exchange();
    }
}
