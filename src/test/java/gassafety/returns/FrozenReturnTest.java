package gassafety.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.reporting.Annex3;
import gassafety.reporting.Bridge.Part;
import gassafety.reporting.Line;
import gassafety.reporting.Statement;
import gassafety.reporting.Statements;
import gassafety.returns.Returns.Reporting;
import gassafety.support.SystemTest;
import gassafety.web.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What was handed in stays as it was: figures, text, workbook, and the way from the last report. */
@SystemTest
class FrozenReturnTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2023, 11);

    @Autowired
    Returns returns;

    @Autowired
    ReturnWork work;

    @Autowired
    MonthlyReturns records;

    @Autowired
    ReturnArchive archive;

    @Autowired
    Statements statements;

    @Autowired
    Today today;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Test
    void figuresAndWorkbookStayWhateverIsEnteredLater() {
        Reporting county = returns.county();
        long first = returns.file(county.bureau().inspector(), Returns.DAY);
        long id = returns.submitted(county.reporter(), Returns.OCTOBER);
        byte[] handedIn = workbook(id, county.leader());

        returns.file(county.bureau().inspector(), Returns.DAY);
        returns.takeBack(first, county.bureau().chief());

        Submission kept = last(id, county.reporter());
        assertThat(kept.steps(line(15)).now()).isEqualByComparingTo("1");
        Statement again = statements.of(kept.to());
        assertThat(Annex3.lines())
                .allSatisfy(line -> assertThat(kept.steps(line).now())
                        .isEqualByComparingTo(again.figure(line).exact()));
        assertThat(workbook(id, county.leader())).isEqualTo(handedIn);
        assertThat(page("/returns/" + id, county.reporter())
                        .select("#line-15 [data-part=NOW]")
                        .text())
                .isEqualTo("1");
    }

    @Test
    void theNextBridgeShowsWhatCameLateAndWhatWasTakenBack() {
        Reporting county = returns.county();
        Caller inspector = county.bureau().inspector();
        returns.file(inspector, Returns.DAY);
        long wrong = returns.file(inspector, Returns.DAY);
        returns.submitted(county.reporter(), Returns.OCTOBER);
        returns.file(inspector, Returns.DAY);
        returns.takeBack(wrong, county.bureau().chief());
        returns.file(inspector, LocalDate.of(2023, 10, 20));
        returns.file(inspector, LocalDate.of(2023, 10, 21));

        long next = returns.draft(county.reporter(), NOVEMBER);

        Document page = page("/returns/" + next, county.reporter());
        assertThat(page.select("#line-15 td.num").eachText()).isEqualTo(List.of("2", "2", "1", "1", "4"));
        for (Part part : Part.values()) {
            Document records = page("/returns/" + next + "/lines/15?part=" + part, county.reporter());
            assertThat(records.select("[data-total]").attr("data-total"))
                    .isEqualTo(records.select("[data-part=" + part + "]").attr("data-value"));
        }
        assertThat(page("/returns/" + next + "/lines/15?part=REVERSED", county.reporter())
                        .text())
                .contains("已冲销：误立撤销");
    }

    @Test
    void aReturnHandedInBeforeTheCutOffEndsThatDayAndTheNextPeriodBeginsTheDayAfter() {
        Reporting county = returns.county();
        Caller inspector = county.bureau().inspector();
        at(LocalDate.of(2023, 10, 9), () -> returns.submitted(county.reporter(), Returns.OCTOBER));
        at(LocalDate.of(2023, 11, 16), () -> {
            returns.file(inspector, LocalDate.of(2023, 10, 9));
            returns.file(inspector, LocalDate.of(2023, 10, 10));
            returns.file(inspector, LocalDate.of(2023, 11, 15));
            returns.file(inspector, LocalDate.of(2023, 11, 16));
            long id = returns.submitted(county.reporter(), NOVEMBER);
            Submission kept = last(id, county.reporter());
            assertThat(kept.from().asOf()).isEqualTo("2023-10-09");
            assertThat(kept.to().asOf()).isEqualTo("2023-11-15");
            assertThat(kept.steps(line(15)).period()).isEqualByComparingTo("2");
            assertThat(kept.steps(line(15)).late()).isEqualByComparingTo("1");
        });
    }

    @Test
    void aMonthThatHasNotBegunIsNotFilledIn() {
        Reporting county = returns.county();
        at(
                LocalDate.of(2023, 10, 15),
                () -> assertThatExceptionOfType(Refusal.class)
                        .isThrownBy(() -> work.begin(county.reporter(), NOVEMBER))
                        .withMessageContaining("2023-10-16"));
    }

    private void at(LocalDate day, Runnable action) {
        today.at(day.atTime(12, 0).atZone(Today.ZONE).toInstant(), action);
    }

    @Test
    void returnsSubmittedAtOnceWhileOthersWriteAreBothExact() {
        Reporting county = returns.county();
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Void>> writers = Stream.generate(() -> CompletableFuture.runAsync(() -> {
                    while (!done.get()) {
                        returns.file(county.bureau().inspector(), Returns.DAY);
                    }
                }))
                .limit(4)
                .toList();
        CompletableFuture<Long> ofCounty =
                CompletableFuture.supplyAsync(() -> returns.submitted(county.reporter(), Returns.OCTOBER));
        CompletableFuture<Long> ofCity =
                CompletableFuture.supplyAsync(() -> returns.submitted(county.campaignOffice(), Returns.OCTOBER));
        List<Long> ids =
                Stream.of(ofCounty, ofCity).map(CompletableFuture::join).toList();
        done.set(true);
        writers.forEach(CompletableFuture::join);

        assertThat(ids).allSatisfy(id -> {
            Submission kept = last(id, county.leader());
            assertThat(kept.steps(line(15)).now())
                    .isEqualByComparingTo(
                            statements.of(kept.to()).figure(line(15)).exact());
        });
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasHandedIn() {
        Reporting county = returns.county();
        long id = returns.submitted(county.reporter(), Returns.OCTOBER);
        Stream.of(
                        "update return_submission set progress = ''",
                        "delete from return_figure",
                        "update return_remark set explanation = ''",
                        "truncate return_submission cascade",
                        "insert into return_remark select id, 'x', 'x', 'x' from return_submission",
                        "update monthly_return set progress = 'x' where id = " + id,
                        "update monthly_return set revision = 2 where id = " + id,
                        "delete from monthly_return where id = " + id,
                        "insert into return_explanation values (" + id + ", 'x', 'x')",
                        "delete from return_step where return_id = " + id)
                .forEach(change -> assertThatThrownBy(() -> jdbc.sql(change).update())
                        .as(change)
                        .isInstanceOf(org.springframework.dao.DataAccessException.class));
    }

    @Test
    void aNilReturnIsSaidAndIsOnlyTakenWhenNothingHappened() {
        Reporting county = returns.county();
        long id = work.begin(county.reporter(), Returns.OCTOBER);
        work.write(Turn.of(county.reporter(), id), new ReturnContent(true, "", Map.of()));
        long filed = returns.file(county.bureau().inspector(), Returns.DAY);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> work.submit(Turn.of(county.reporter(), id)))
                .withMessageContaining("零报告");
        returns.takeBack(filed, county.bureau().chief());
        work.submit(Turn.of(county.reporter(), id));
        assertThat(last(id, county.reporter()).nil()).isTrue();
    }

    @Test
    void aDoubtMustBeExplainedBeforeItIsHandedIn() {
        Reporting county = returns.county();
        long filed = returns.file(county.bureau().inspector(), Returns.DAY);
        returns.submitted(county.reporter(), Returns.OCTOBER);
        returns.takeBack(filed, county.bureau().chief());
        long id = returns.draft(county.reporter(), NOVEMBER);
        assertThat(page("/returns/" + id + "/draft", county.reporter())
                        .select(".remarks li")
                        .text())
                .contains("需要说明", "第15项", "少于上期");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> work.submit(Turn.of(county.reporter(), id)))
                .withMessageContaining("1 处疑点没有说明");
        work.write(
                Turn.of(county.reporter(), id),
                new ReturnContent(false, "本月无新立案件。", Map.of("belowLast15", "误立一起，已撤销。")));
        work.submit(Turn.of(county.reporter(), id));
        assertThat(last(id, county.reporter()).remarks())
                .extracting(Submission.Explained::explanation)
                .containsExactly("误立一起，已撤销。");
    }

    @Test
    void aReturnOutOfReachIsNotFoundAndADraftHasNoWorkbook() {
        Reporting county = returns.county();
        long id = returns.draft(county.reporter(), Returns.OCTOBER);
        assertThat(get("/returns/" + id, returns.county().leader())).hasStatus(404);
        assertThat(get("/returns/" + id, county.bureau().inspector())).hasStatus(403);
        assertThat(get("/returns/" + id + ".xlsx", county.reporter())).hasStatus(404);
        assertThat(get("/returns/" + returns.draft(county.campaignOffice(), Returns.OCTOBER), county.reporter()))
                .hasStatus(404);
    }

    private Submission last(long id, Caller caller) {
        return archive.last(records.find(id, caller.scope()).orElseThrow()).orElseThrow();
    }

    private static Line line(int number) {
        return Annex3.line(number).orElseThrow();
    }

    private byte[] workbook(long id, Caller caller) {
        MvcTestResult answer = get("/returns/" + id + ".xlsx", caller);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private Document page(String address, Caller caller) {
        MvcTestResult answer = get(address, caller);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(
                new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String address, Caller caller) {
        return browser.get().uri(address).with(user(caller.username())).exchange();
    }
}
