package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.checklist.Verdict;
import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SystemTest
class AnswerPageTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Signing signing;

    @Autowired
    Inspections inspections;

    @Autowired
    Answers answers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aTapIsSavedAndTheBarSaysSo() {
        Visit visit = visits.ofAStation();
        Document reply = page(tap(visit, 4, visit.lead(), Map.of("verdict", "COMPLIANT")));
        assertThat(reply.select("#p4 input[value=COMPLIANT]").hasAttr("checked"))
                .isTrue();
        assertThat(reply.select("#p4 .saved").text())
                .contains("已保存", visit.lead().name());
        Document form = page(get(visit.address(), visit.lead()));
        assertThat(form.select("#tally").text()).contains("1 / 52").contains("已保存");
        assertThat(form.select("#chips a").text()).contains("人员 1/8");
        assertThat(answer(visit, 4).content().getVerdict()).isEqualTo(Verdict.COMPLIANT);
        assertThat(answer(visit, 4).savedByName()).isEqualTo(visit.lead().name());
    }

    @Test
    void aPhoneThatShowsWhatWasSavedIsToldTheVersionAndTheTimeAlone() {
        Visit visit = visits.ofAStation();
        Map<String, String> sent = Map.of("verdict", "NONCOMPLIANT", "problem", "过期", "base", "0", "key", "sent-twice");
        for (String attempt : List.of("sent", "sent again, for its reply was lost")) {
            MvcTestResult reply = brief(visit, visit.lead(), sent);
            assertThat(reply).as(attempt).hasStatus(204).hasHeader("X-Saved-Version", "1");
            assertThat(reply.getResponse().getHeader("X-Saved-At"))
                    .isEqualTo(answer(visit, 4).savedText());
        }
        assertThat(rows(visit)).isEqualTo(1);
    }

    @Test
    void anAnswerThatWaitedForANetworkWasGivenBeforeItWasSaved() {
        Visit visit = visits.ofAStation();
        brief(visit, visit.lead(), Map.of("verdict", "COMPLIANT", "base", "0", "age", "600000"));
        Answer waited = answer(visit, 4);
        assertThat(Duration.between(waited.saidAt(), waited.savedAt())).isEqualTo(Duration.ofMinutes(10));
        brief(visit, visit.lead(), Map.of("verdict", "COMPLIANT", "remark", "已核对", "base", "1", "age", "-5 x"));
        Answer atOnce = answer(visit, 4);
        assertThat(atOnce.saidAt()).isEqualTo(atOnce.savedAt());
    }

    @Test
    void aPhoneIsSentTheCardWhereItStandsOtherwiseThanWasSent() {
        Visit visit = visits.ofAStation();
        Map<String, String> first =
                Map.of("verdict", "NONCOMPLIANT", "problem", "过期", "base", "0", "key", "sent-first");
        brief(visit, visit.lead(), first);
        Document merged =
                page(brief(visit, visit.second(), Map.of("verdict", "NONCOMPLIANT", "measure", "离岗", "base", "0")));
        assertThat(merged.select("#p4-problem").text()).isEqualTo("过期");
        Document late = page(brief(visit, visit.lead(), first));
        assertThat(late.select("#p4-measure").val())
                .as("sent again after a colleague added to it")
                .isEqualTo("离岗");
        Document clash = page(brief(visit, visit.second(), Map.of("verdict", "COMPLIANT", "base", "1")));
        assertThat(clash.select(".version")).hasSize(2);
        Document alone =
                page(brief(visit, visit.lead(), Map.of("verdict", "NONCOMPLIANT", "problem", "过期", "base", "2")));
        assertThat(alone.select(".version"))
                .as("as long as nobody chose the contradiction is shown")
                .isNotEmpty();
    }

    @Test
    void whatIsSavedIsThereWhenThePageIsOpenedAgain() {
        Visit visit = visits.ofAStation();
        tap(visit, 4, visit.lead(), Map.of("verdict", "NONCOMPLIANT", "problem", "无证上岗"));
        Document form = page(get(visit.address(), visit.second()));
        assertThat(form.select("#p4 textarea[name=problem]").text()).isEqualTo("无证上岗");
        assertThat(form.select("#p4 input[name=due]").val())
                .as("15 days after the visit, moved past the holidays")
                .isEqualTo("2023-10-07");
        assertThat(form.select("form.item:has([name=verdict])")).hasSize(Visits.ITEMS);
        assertThat(form.text()).doesNotContain("全部符合");
    }

    @Test
    void aReplyThatWasLostAndIsSentAgainSavesNothingTwice() {
        Visit visit = visits.ofAStation();
        Map<String, String> sent = Map.of("verdict", "COMPLIANT", "key", "0123456789abcdef", "base", "0");
        tap(visit, 4, visit.lead(), sent);
        assertThat(tap(visit, 4, visit.lead(), sent)).hasStatusOk();
        tap(visit, 4, visit.lead(), Map.of("verdict", "NOT_APPLICABLE", "base", "1", "na_reason", "无"));
        Document late = page(tap(visit, 4, visit.lead(), sent));
        assertThat(late.select("#p4 input[value=NOT_APPLICABLE]").hasAttr("checked"))
                .isTrue();
        assertThat(rows(visit)).isEqualTo(2);
        assertThat(tap(visit, 5, visit.lead(), sent))
                .as("the same key for another item")
                .hasStatus(422);
    }

    @Test
    void whoGoesBackAndChangesACardThatWasSentIsNotToldThatTheOldOneIsSaved() {
        Visit visit = visits.ofAStation();
        Map<String, String> page = Map.of("verdict", "NONCOMPLIANT", "key", "0123456789abcdef", "base", "0");
        for (String typed : List.of("无证上岗", "证已过期", "无证上岗", "无证上岗")) {
            assertThat(plain(visit, with(page, "problem", typed))).hasRedirectedUrl(visit.address() + "#p4");
            assertThat(answer(visit, 4).content().say("problem")).isEqualTo(typed);
        }
        assertThat(rows(visit)).as("the last was sent twice").isEqualTo(3);
        tap(visit, 4, visit.second(), Map.of("verdict", "COMPLIANT", "base", "3"));
        plain(visit, with(page, "problem", "已离职"));
        assertThat(page(get(visit.address(), visit.lead()))
                        .select("#p4 .version")
                        .eachText())
                .as("on a version that a colleague has changed since it is a conflict")
                .hasSize(2)
                .anySatisfy(shown -> assertThat(shown).contains("已离职"));
    }

    @Test
    void aRequestSavesOnceOnABaseWhateverTheApplicationDoes() {
        Visit visit = visits.ofAStation();
        tap(visit, 4, visit.lead(), Map.of("verdict", "COMPLIANT", "key", "0123456789abcdef", "base", "0"));
        assertThatThrownBy(() -> jdbc.sql("insert into inspection_answer (inspection_id, position, version, base,"
                                + " stands, request_key, saved_by, saved_by_name, saved_at) select inspection_id,"
                                + " position, 2, base, stands, request_key, saved_by, saved_by_name, saved_at"
                                + " from inspection_answer where inspection_id = :id")
                        .param("id", visit.id())
                        .update())
                .hasMessageContaining("inspection_answer_saved_once");
    }

    @Test
    void aCardWithoutAVerdictIsNotCalledSaved() {
        Visit visit = visits.ofAStation();
        Map<String, String> nothing =
                Map.of("base", "0", "level", "ORDINARY", "handling", "BY_DEADLINE", "due", "2023-10-07");
        assertThat(refusedPage(visit, nothing).select("#p4 .wrong").text()).contains("还没有选择");
        assertThat(page(plain(visit, nothing)).select("#p4 .wrong").text()).contains("还没有选择");
        Document noted = page(tap(visit, 4, visit.lead(), Map.of("base", "0", "remark", "先记一笔")));
        assertThat(noted.select("#p4 .saved").text()).contains("已保存", "还没有选结论");
        assertThat(page(get(visit.address(), visit.lead())).select("#tally").text())
                .contains("0 / 52");
        tap(visit, 4, visit.lead(), Map.of("base", "1", "verdict", "COMPLIANT", "remark", "先记一笔"));
        assertThat(tap(visit, 4, visit.lead(), Map.of("base", "2", "remark", "改")))
                .as("a verdict is not taken back by leaving it out")
                .hasStatus(422);
        assertThat(answer(visit, 4).content().getVerdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void oneRequestSentByEightThreadsAtOnceIsSavedOnce() {
        Visit visit = visits.ofAStation();
        Map<String, String> sent = Map.of("verdict", "COMPLIANT", "key", "abcdef0123456789", "base", "0");
        CompletableFuture.allOf(IntStream.range(0, 8)
                        .mapToObj(at -> CompletableFuture.runAsync(() ->
                                assertThat(tap(visit, 4, visit.lead(), sent)).hasStatusOk()))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(rows(visit)).isEqualTo(1);
    }

    @Test
    void twoInspectorsWhoDisagreeSeeBothAndAPersonChooses() {
        Visit visit = visits.ofAStation();
        tap(visit, 4, visit.lead(), Map.of("verdict", "COMPLIANT", "base", "0"));
        Document clash =
                page(tap(visit, 4, visit.second(), Map.of("verdict", "NONCOMPLIANT", "base", "0", "problem", "过期")));
        assertThat(clash.select(".version").eachText())
                .hasSize(2)
                .anySatisfy(
                        shown -> assertThat(shown).contains("符合", visit.lead().name()))
                .anySatisfy(shown ->
                        assertThat(shown).contains("不符合", "过期", visit.second().name()));
        assertThat(answer(visit, 4).content().getVerdict())
                .as("nothing is overwritten")
                .isEqualTo(Verdict.COMPLIANT);

        send("/answers/4/choice", visit, visit.lead(), Map.of("choice", "2", "seen", "1"));
        assertThat(answer(visit, 4).content().getVerdict())
                .as("the choice was made before the second version was seen")
                .isEqualTo(Verdict.COMPLIANT);
        Document settled = page(send("/answers/4/choice", visit, visit.lead(), Map.of("choice", "2", "seen", "2")));
        assertThat(settled.select(".version")).isEmpty();
        assertThat(answer(visit, 4).content().say("problem")).isEqualTo("过期");
    }

    @Test
    void aPageLearnsWhatWasSavedSinceTheVersionsItShows() {
        Visit visit = visits.ofAStation();
        tap(visit, 4, visit.lead(), Map.of("verdict", "COMPLIANT", "base", "0"));
        tap(visit, 5, visit.lead(), Map.of("verdict", "COMPLIANT", "base", "0"));
        tap(visit, 5, visit.lead(), Map.of("verdict", "COMPLIANT", "remark", "原件在总部", "base", "1"));
        assertThat(news(visit, visit.second(), "4-1.5-2")).hasStatus(204);
        assertThat(page(news(visit, visit.second(), "4-1.5-1")).select("form.item"))
                .extracting(card -> card.id())
                .containsExactly("p5");
        assertThat(page(news(visit, visit.second(), "nonsense")).select("form.item"))
                .hasSize(2);
        inspections.terminate(visit.id(), visit.lead(), "单位已关闭");
        assertThat(news(visit, visit.second(), "")).hasStatus(409);
    }

    @Test
    void whatAPageSendsAfterSomebodyElseLoggedInIsNotSavedUnderTheirName() {
        Visit visit = visits.ofAStation();
        MvcTestResult sent = browser.post()
                .uri(visit.address() + "/answers/4")
                .header("X-Requested-With", "fetch")
                .header("X-Account", visit.lead().accountId())
                .param("verdict", "COMPLIANT")
                .with(user(visit.second().username()))
                .with(csrf())
                .exchange();
        assertThat(sent).hasStatus(401);
        assertThat(rows(visit)).isZero();
    }

    private MvcTestResult news(Visit visit, Caller by, String seen) {
        return browser.get()
                .uri(visit.address() + "/answers")
                .param("seen", seen)
                .header("X-Requested-With", "fetch")
                .with(user(by.username()))
                .exchange();
    }

    @Test
    void twoInspectorsWhoAgreeAreMerged() {
        Visit visit = visits.ofAStation();
        tap(visit, 4, visit.lead(), Map.of("verdict", "NONCOMPLIANT", "base", "0", "problem", "过期"));
        tap(visit, 4, visit.second(), Map.of("verdict", "NONCOMPLIANT", "base", "0", "measure", "离岗"));
        assertThat(answer(visit, 4).content().say("problem")).isEqualTo("过期");
        assertThat(answer(visit, 4).content().say("measure")).isEqualTo("离岗");
    }

    @Test
    void theFirstSignatureFreezesTheContent() {
        Visit visit = visits.answered(Map.of());
        signing.inspectorSigns(visit.id(), visit.lead(), visit.lead());
        MvcTestResult refused = tap(visit, 4, visit.second(), Map.of("verdict", "NONCOMPLIANT", "base", "1"));
        assertThat(refused).hasStatus(409);
        assertThat(page(refused).select(".refused").text()).contains("待签字", "内容已固定");
        assertThat(answer(visit, 4).content().getVerdict()).isEqualTo(Verdict.COMPLIANT);
        assertThatThrownBy(() -> answers.addFirst(
                        visit.id(),
                        Map.of(4, Visits.aProblem()),
                        visit.lead().accountId(),
                        "演示员甲",
                        Instant.EPOCH,
                        Instant.EPOCH))
                .as("nor does the database take it")
                .hasMessageContaining("not added to after signing");
    }

    @Test
    void anAnswerThatComesAfterSigningStandsBesideTheRecordToBecomeASupplement() {
        Visit visit = visits.answered(Map.of());
        Map<String, String> saved =
                Map.of("verdict", "NOT_APPLICABLE", "na_reason", "没有气液双相气瓶", "base", "1", "key", "saved-before");
        tap(visit, 45, visit.lead(), saved);
        inspections.sign(visit.id(), visit.inspectors(), UnitSignature.signed("演示员甲", "负责人", null));
        MvcTestResult late = plain(visit, Map.of("verdict", "NONCOMPLIANT", "problem", "证书过期", "base", "1"));
        assertThat(late).hasStatus(409);
        Document record = page(late);
        assertThat(record.select("form.item")).isEmpty();
        assertThat(record.select(".summary").text()).contains("已签名，内容已固定", "不符合", "证书过期");
        assertThat(record.select(".summary a[href=#body]")).isNotEmpty();
        assertThat(record.select("#body").text()).contains("第 4 项", "证书过期");
        assertThat(send("/answers/4/choice", visit, visit.lead(), Map.of("choice", "1", "seen", "1")))
                .hasStatus(409);
        assertThat(tap(visit, 45, visit.lead(), saved))
                .as("whose reply was lost before the signing")
                .hasStatusOk();
        assertThat(answer(visit, 4).content().getVerdict()).isEqualTo(Verdict.COMPLIANT);
    }

    @Test
    void anAnswerToATerminatedInspectionIsShownBesideIt() {
        Visit visit = visits.ofAStation();
        inspections.terminate(visit.id(), visit.lead(), "单位已关闭");
        MvcTestResult late = plain(visit, Map.of("verdict", "COMPLIANT", "remark", "门口拍照"));
        assertThat(late).hasStatus(409);
        assertThat(page(late).select(".summary").text()).contains("已终止", "门口拍照");
        assertThat(plain(visit, Map.of("verdict", "COMPLIANT", "remark", "长".repeat(2_000))))
                .hasStatus(409);
        assertThat(rows(visit)).isZero();
    }

    @Test
    void whatCannotBeKeptIsSaidBesideTheFieldAndKeptInIt() {
        Visit visit = visits.ofAStation();
        String long100k = "长".repeat(100_000);
        Document tooLong = refusedPage(visit, Map.of("verdict", "COMPLIANT", "remark", long100k));
        assertThat(tooLong.select("#p4-remark-wrong").text()).contains("1000");
        assertThat(tooLong.select("#p4-remark").text()).isEqualTo(long100k);
        Map<String, String> problem = Map.of("verdict", "NONCOMPLIANT", "due", "2023-09-19");
        assertThat(refusedPage(visit, problem).select("#p4-due-wrong").text()).contains("2023-09-20");
        assertThat(refusedPage(visit, Map.of("verdict", "NONCOMPLIANT", "due", "明天"))
                        .select("#p4-due-wrong"))
                .isNotEmpty();
        assertThat(tap(visit, 4, visit.lead(), Map.of("verdict", "PERFECT"))).hasStatus(422);
        assertThat(tap(visit, 43, visit.lead(), Map.of("verdict", "NONCOMPLIANT", "checked", "-3")))
                .hasStatus(422);
        assertThat(tap(visit, 43, visit.lead(), Map.of("verdict", "NONCOMPLIANT", "checked", "99999999999999")))
                .hasStatus(422);
        assertThat(rows(visit)).isZero();
    }

    @Test
    void scriptInATextIsShownAsText() {
        Visit visit = visits.ofAStation();
        String script = "</textarea><script>alert(1)</script>";
        Document reply = page(tap(visit, 4, visit.lead(), Map.of("verdict", "COMPLIANT", "remark", script)));
        assertThat(reply.select("script")).isEmpty();
        assertThat(reply.select("#p4-remark").text()).isEqualTo(script);
    }

    @Test
    void strangersAndUnknownItemsFindNothingAndColleaguesMayOnlyLook() {
        Visit visit = visits.ofAStation();
        Map<String, String> sent = Map.of("verdict", "COMPLIANT");
        assertThat(tap(visit, 53, visit.lead(), sent)).hasStatus(404);
        assertThat(tap(visit, 0, visit.lead(), sent)).hasStatus(404);
        assertThat(tap(visit, 4, visits.ofAStation().lead(), sent)).hasStatus(404);
        assertThat(tap(visit, 4, visit.bureau().chief(), sent)).hasStatus(403);
        assertThat(rows(visit)).isZero();
    }

    @Test
    void withoutScriptACardIsAPlainForm() {
        Visit visit = visits.ofAStation();
        assertThat(plain(visit, Map.of("verdict", "NONCOMPLIANT", "phrase", "专人看守")))
                .hasRedirectedUrl(visit.address() + "#p4");
        assertThat(answer(visit, 4).content().say("measure")).isEqualTo("专人看守");
        MvcTestResult refused =
                plain(visit, Map.of("verdict", "NONCOMPLIANT", "base", "1", "due", "2023-01-01", "problem", "打字"));
        assertThat(refused).hasStatus(422);
        Document whole = page(refused);
        assertThat(whole.select("form.item:has([name=verdict])")).hasSize(Visits.ITEMS);
        assertThat(whole.select("#p4 textarea[name=problem]").text()).isEqualTo("打字");
        assertThat(whole.select("#p4-due-wrong")).isNotEmpty();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private Document refusedPage(Visit visit, Map<String, String> sent) {
        MvcTestResult refused = tap(visit, 4, visit.lead(), sent);
        assertThat(refused).hasStatus(422);
        return page(refused);
    }

    private MvcTestResult tap(Visit visit, int position, Caller by, Map<String, String> sent) {
        return send("/answers/" + position, visit, by, sent);
    }

    private MvcTestResult send(String below, Visit visit, Caller by, Map<String, String> sent) {
        return background(below, visit, by, sent).exchange();
    }

    private MvcTestResult brief(Visit visit, Caller by, Map<String, String> sent) {
        return background("/answers/4", visit, by, sent)
                .header("Prefer", "return=minimal")
                .exchange();
    }

    private MockMvcTester.MockMvcRequestBuilder background(
            String below, Visit visit, Caller by, Map<String, String> sent) {
        var request = browser.post()
                .uri(visit.address() + below)
                .header("X-Requested-With", "fetch")
                .with(user(by.username()))
                .with(csrf());
        sent.forEach(request::param);
        return request;
    }

    private MvcTestResult plain(Visit visit, Map<String, String> sent) {
        var request = browser.post()
                .uri(visit.address() + "/answers/4")
                .with(user(visit.lead().username()))
                .with(csrf());
        sent.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String address, Caller by) {
        return browser.get().uri(address).with(user(by.username())).exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Answer answer(Visit visit, int position) {
        AnswerHistory history =
                Objects.requireNonNull(answers.latest(visit.id()).get(position));
        return Objects.requireNonNull(history.standing());
    }

    private long rows(Visit visit) {
        return jdbc.sql("select count(*) from inspection_answer where inspection_id = :id")
                .param("id", visit.id())
                .query(Long.class)
                .single();
    }
}
