package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.hazard.Cause;
import gassafety.hazard.Closing;
import gassafety.hazard.HazardLedger;
import gassafety.hazard.HazardSummary;
import gassafety.hazard.Rechecking;
import gassafety.hazard.Rectifying;
import gassafety.hazard.SourceRef;
import gassafety.inspection.Visits.Visit;
import gassafety.journal.Journal;
import gassafety.journal.Source;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.web.Refusal;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A visit begins with what is known already. */
@SystemTest
class EarlierProblemsTest {

    private static final LocalDate NEXT_DAY = Visits.DAY.plusDays(20);
    private static final int ITEM = 8;

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    Inspections inspections;

    @Autowired
    Signing signing;

    @Autowired
    HazardLedger hazards;

    @Autowired
    Rectifying rectifying;

    @Autowired
    Rechecking rechecking;

    @Autowired
    Closing closing;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    /** A visit that follows one which found a problem. */
    record Again(Visit visit, HazardSummary hazard) {

        String answerAddress() {
            return visit.address() + "/earlier-problems/" + hazard.id();
        }
    }

    @Test
    void nothingIsSignedBeforeEveryEarlierProblemIsAnswered() {
        Again again = again();
        visits.answer(again.visit(), Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> visits.sign(again.visit()))
                .withMessageContaining(again.hazard().number());
        Document form = page(get(again.visit().address(), again.visit().lead()));
        assertThat(form.select("#earlier form.item").text())
                .contains(again.hazard().number(), again.hazard().problem(), "停用该衡器");
        assertThat(form.select("#tally a").attr("href"))
                .isEqualTo("#h" + again.hazard().id());
        assertThat(form.select(".visit").text()).contains("第 2 次检查");
        save(again, again.visit().lead(), Map.of("state", "PUT_RIGHT"));
        visits.sign(again.visit());
        Document record = page(get(again.visit().address(), again.visit().lead()));
        assertThat(record.select(".recorded").text()).contains("第 2 次检查", "以前发现的问题", "已整改");
    }

    @Test
    void aUnitWithoutEarlierProblemsSeesNoneOfThis() {
        Visit visit = visits.ofAStation();
        Document form = page(get(visit.address(), visit.lead()));
        assertThat(form.select("#earlier")).isEmpty();
        assertThat(form.select(".visit").text()).contains("第 1 次检查");
    }

    @Test
    void whatIsStillThereIsTheOldHazardAndNoSecondOne() {
        Again again = again();
        save(again, again.visit().lead(), Map.of("state", "NOT_PUT_RIGHT", "remark", "仍在使用"));
        assertThat(page(get(again.visit().address(), again.visit().lead()))
                        .select("#p8 .same")
                        .text())
                .contains(again.hazard().number());
        visits.answer(again.visit(), Map.of(ITEM, problem(again)));
        assertThat(page(get(again.visit().address() + "/review", again.visit().lead()))
                        .text())
                .contains("不另外登记，记到原隐患 " + again.hazard().number());
        visits.sign(again.visit());
        assertThat(raised(again.visit())).isEmpty();
        assertThat(historyOf(again.hazard())).contains("检查时仍未整改", "仍在使用");
        assertThat(hazards.require(again.hazard().id(), again.visit().lead().scope())
                        .state())
                .as("where it stands is changed by a report and a recheck only")
                .isEqualTo("整改中");
        assertThatExceptionOfType(Refusal.class)
                .as("a visit that left something open is not closed")
                .isThrownBy(() ->
                        inspections.close(again.visit().id(), again.visit().lead()));
    }

    @Test
    void anotherProblemUnderTheSameItemIsRaisedWhenTheInspectorSaysSo() {
        Again again = again();
        save(again, again.visit().lead(), Map.of("state", "NOT_PUT_RIGHT"));
        AnswerContent another = problem(again).with(AnswerField.ANOTHER, "YES");
        visits.answer(again.visit(), Map.of(ITEM, another));
        visits.sign(again.visit());
        assertThat(raised(again.visit())).hasSize(1);
    }

    @Test
    void whatIsSaidToBePutRightAndFoundAgainIsPointedOutBeforeASecondHazardIsRaised() {
        Again again = again();
        save(again, again.visit().lead(), Map.of("state", "PUT_RIGHT"));
        visits.answer(again.visit(), Map.of(ITEM, problem(again)));
        assertThat(page(get(again.visit().address() + "/review", again.visit().lead()))
                        .text())
                .contains("原隐患 " + again.hazard().number() + " 填了“已整改”", "请改填“未整改”");
    }

    @Test
    void whatWasPutRightIsWrittenOnItsHistoryAndWaitsForItsRecheck() {
        Again again = again();
        save(again, again.visit().lead(), Map.of("state", "PUT_RIGHT"));
        visits.answer(again.visit(), Map.of());
        visits.sign(again.visit());
        assertThat(historyOf(again.hazard())).contains("检查时已整改");
        assertThat(hazards.require(again.hazard().id(), again.visit().lead().scope())
                        .open())
                .isTrue();
        assertThat(page(get(again.visit().address(), again.visit().lead()))
                        .select("a[href=/hazards/" + again.hazard().id() + "/rectifications]"))
                .as("the way on is offered")
                .isNotEmpty();
    }

    @Test
    void whatWasClosedAndCameBackIsANewHazardLinkedToTheOldOne() {
        Again again = againAfterClosing();
        save(again, again.visit().lead(), Map.of("state", "NOT_PUT_RIGHT"));
        visits.answer(again.visit(), Map.of());
        assertThatExceptionOfType(Refusal.class)
                .as("the item says that all is well")
                .isThrownBy(() -> visits.sign(again.visit()))
                .withMessageContaining("以前的问题");
        inspections.explain(again.visit().id(), again.visit().lead(), "EARLIER_PROBLEMS_AGREE", "换了一名人员");
        visits.sign(again.visit());
        HazardSummary relapse = raised(again.visit()).get(0);
        assertThat(relapse.problem()).startsWith("反弹：");
        assertThat(historyOf(again.hazard())).contains("反弹", relapse.number());
        assertThat(page(get("/hazards/" + relapse.id(), again.visit().lead())).text())
                .contains("反弹自 " + again.hazard().number());
    }

    @Test
    void aRelapseFoundUnderItsItemIsRaisedOnce() {
        Again again = againAfterClosing();
        save(again, again.visit().lead(), Map.of("state", "NOT_PUT_RIGHT"));
        visits.answer(again.visit(), Map.of(ITEM, problem(again)));
        visits.sign(again.visit());
        assertThat(raised(again.visit())).hasSize(1);
        assertThat(historyOf(again.hazard()))
                .contains(raised(again.visit()).get(0).number());
    }

    @Test
    void anAnswerIsSavedOnceAndChangesAreRowsOfTheirOwn() {
        Again again = again();
        Map<String, String> sent = Map.of("state", "PUT_RIGHT", "key", "0123456789abcdef", "base", "0");
        save(again, again.visit().lead(), sent);
        Document reply = page(save(again, again.visit().lead(), sent));
        assertThat(reply.select("form.item input[value=PUT_RIGHT]").hasAttr("checked"))
                .isTrue();
        assertThat(rows(again)).isEqualTo(1);
        save(again, again.visit().lead(), Map.of("state", "NOT_PUT_RIGHT", "key", "0123456789abcdef", "base", "0"));
        assertThat(rows(again)).isEqualTo(2);
        MvcTestResult clash = save(again, again.visit().second(), Map.of("state", "PUT_RIGHT", "base", "1"));
        assertThat(clash).hasStatus(422);
        assertThat(page(clash).select(".refused").text())
                .as("nobody is overruled unseen")
                .contains(again.visit().lead().name(), "未整改");
        assertThat(save(again, again.visit().second(), Map.of("state", "PUT_RIGHT", "base", "2")))
                .hasStatusOk();
        assertThat(save(again, again.visit().lead(), Map.of("base", "3"))).hasStatus(422);
        assertThat(rows(again)).isEqualTo(3);
    }

    @Test
    void withoutScriptTheAnswerLeadsBackToItsPlace() {
        Again again = again();
        assertThat(browser.post()
                        .uri(again.answerAddress())
                        .param("state", "PUT_RIGHT")
                        .with(csrf())
                        .with(user(again.visit().lead().username()))
                        .exchange())
                .hasRedirectedUrl(
                        again.visit().address() + "#h" + again.hazard().id());
    }

    @Test
    void signingEndsTheAnswers() {
        Again again = again();
        save(again, again.visit().lead(), Map.of("state", "PUT_RIGHT"));
        visits.answer(again.visit(), Map.of());
        signing.inspectorSigns(
                again.visit().id(), again.visit().lead(), again.visit().lead());
        assertThat(save(again, again.visit().lead(), Map.of("state", "NOT_PUT_RIGHT", "base", "1")))
                .hasStatus(409);
        assertThatThrownBy(() -> jdbc.sql("insert into inspection_earlier_answer select inspection_id, hazard_id,"
                                + " version + 1, version, 'another-key', not put_right, remark, hazard_number, problem,"
                                + " hazard_state, saved_by, saved_by_name, saved_at from inspection_earlier_answer"
                                + " where inspection_id = :id")
                        .param("id", again.visit().id())
                        .update())
                .as("nor does the database take them")
                .hasMessageContaining("not added to after signing");
    }

    @Test
    void otherUnitsHazardsAreNotFoundHere() {
        Again again = again();
        Again elsewhere = again();
        assertThat(browser.post()
                        .uri(again.visit().address() + "/earlier-problems/"
                                + elsewhere.hazard().id())
                        .param("state", "PUT_RIGHT")
                        .with(csrf())
                        .with(user(again.visit().lead().username()))
                        .exchange())
                .hasStatus(404);
        assertThat(save(again, elsewhere.visit().lead(), Map.of("state", "PUT_RIGHT")))
                .hasStatus(404);
        assertThat(save(again, again.visit().bureau().chief(), Map.of("state", "PUT_RIGHT")))
                .hasStatus(403);
    }

    private Again again() {
        Visit first = visits.signed(Map.of(ITEM, Visits.aProblem()));
        return new Again(
                visits.of(first.bureau(), first.unit(), "ANNEX2", NEXT_DAY),
                raised(first).get(0));
    }

    private Again againAfterClosing() {
        Visit first = visits.signed(Map.of(ITEM, Visits.aProblem()));
        HazardSummary hazard = raised(first).get(0);
        rectifying.report(hazard.id(), "已换证", "演示员甲", first.lead());
        rechecking.propose(hazard.id(), true, "已整改到位", null, first.lead());
        rechecking.countersign(hazard.id(), true, "", first.second());
        closing.confirm(hazard.id(), Cause.PEOPLE, "", first.bureau().chief());
        LocalDate today = jdbc.sql("select ended_on from hazard where id = :id")
                .param("id", hazard.id())
                .query(LocalDate.class)
                .single();
        return new Again(visits.of(first.bureau(), first.unit(), "ANNEX2", today), hazard);
    }

    private List<HazardSummary> raised(Visit visit) {
        return hazards.raisedBy(
                new SourceRef(SourceKind.INSPECTION, visit.id(), 0),
                visit.lead().scope());
    }

    private String historyOf(HazardSummary hazard) {
        return journal.timeline(new Source(SourceKind.HAZARD, hazard.id())).stream()
                .map(entry -> entry.act().getLabel() + entry.note())
                .collect(Collectors.joining("；"));
    }

    /** Found again, with a term after the visit. */
    private AnswerContent problem(Again again) {
        LocalDate day = jdbc.sql("select visit_day from inspection where id = :id")
                .param("id", again.visit().id())
                .query(LocalDate.class)
                .single();
        return Visits.aProblem().with(AnswerField.DUE, day.plusDays(15).toString());
    }

    private int rows(Again again) {
        return jdbc.sql("select count(*) from inspection_earlier_answer where inspection_id = :id")
                .param("id", again.visit().id())
                .query(Integer.class)
                .single();
    }

    private MvcTestResult save(Again again, Caller by, Map<String, String> fields) {
        var request = browser.post().uri(again.answerAddress()).header("X-Requested-With", "fetch");
        fields.forEach(request::param);
        return request.with(csrf()).with(user(by.username())).exchange();
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
}
