package gassafety.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gassafety.calendar.Today;
import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.returns.Board.Cell;
import gassafety.returns.Board.Row;
import gassafety.returns.Returns.Reporting;
import gassafety.support.SystemTest;
import gassafety.support.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** All offices and months at a glance: who is late by how much, who has it, who was asked. */
@SystemTest
class BoardTest {

    @Autowired
    Returns returns;

    @Autowired
    ReturnWork work;

    @Autowired
    Boards boards;

    @Autowired
    Today today;

    @Autowired
    World world;

    @Autowired
    MockMvcTester browser;

    @Test
    void lateReturnsAreCountedByDaysAndOfficesByTheirRate() {
        Reporting county = returns.county();
        at(LocalDate.of(2023, 10, 19), () -> {
            long september = returns.submitted(county.reporter(), YearMonth.of(2023, 9));
            work.approve(Turn.of(county.head(), september));
            assertThat(cell(county, 0))
                    .extracting(Cell::state, BoardTest::late, Cell::with)
                    .containsExactly("已审核", "迟报19个工作日", "专班办公室");
            assertThat(cell(county, 1))
                    .extracting(Cell::state, BoardTest::late, Cell::with)
                    .containsExactly("未填报", "逾期1个工作日", "填报人");
            assertThat(row(county).rate()).isEqualTo("0%");

            long october = returns.submitted(county.reporter(), YearMonth.of(2023, 10));
            work.approve(Turn.of(county.head(), october));
            work.sendBack(Turn.of(county.campaignOffice(), october).saying("重报"));
            assertThat(cell(county, 1))
                    .extracting(Cell::state, BoardTest::late, Cell::with)
                    .containsExactly("已退回", "逾期1个工作日", "填报人");
        });
    }

    @Test
    void onRestDaysAReturnIsLateWithoutAWorkingDay() {
        Reporting county = returns.county();
        at(LocalDate.of(2023, 11, 18), () -> assertThat(late(cell(county, 2))).isEmpty());
        at(LocalDate.of(2023, 11, 19), () -> assertThat(late(cell(county, 2))).isEqualTo("逾期"));
        at(LocalDate.of(2023, 11, 20), () -> assertThat(late(cell(county, 2))).isEqualTo("逾期1个工作日"));
    }

    @Test
    void theBoardOpensOnTheYearOfTheMonthThatIsBeingCollected() {
        Caller leader = returns.county().leader();
        at(LocalDate.of(2023, 9, 1), () -> assertThat(opensOn(leader)).isEqualTo(2023));
        at(LocalDate.of(2024, 1, 14), () -> assertThat(opensOn(leader)).isEqualTo(2023));
        at(LocalDate.of(2024, 1, 15), () -> assertThat(opensOn(leader)).isEqualTo(2024));
    }

    private int opensOn(Caller caller) {
        return boards.of(caller, null).year();
    }

    @Test
    void ratesAreRoundedAndOnlyAllIsAHundredPercent() {
        assertThat(new Row("示例县", List.of(), 3, 2).rate()).isEqualTo("67%");
        assertThat(new Row("示例县", List.of(), 200, 199).rate()).isEqualTo("99%");
        assertThat(new Row("示例县", List.of(), 0, 0).rate()).isEqualTo("—");
    }

    @Test
    void whoHandsInByTheDayIsOnTime() {
        Reporting county = returns.county();
        at(LocalDate.of(2023, 9, 18), () -> {
            long id = returns.submitted(county.reporter(), YearMonth.of(2023, 9));
            work.approve(Turn.of(county.head(), id));
            assertThat(late(cell(county, 0))).isEmpty();
            assertThat(row(county).rate()).isEqualTo("100%");
        });
    }

    @Test
    void askingACountyIsNotedOnceADayAndSeenOnItsDesk() {
        Reporting county = returns.county();
        String code = county.bureau().county().getCode();
        at(LocalDate.of(2023, 10, 19), () -> {
            Caller special = county.campaignOffice();
            assertThat(urge(special, code)).hasStatus3xxRedirection();
            assertThat(urge(special, code)).hasStatus3xxRedirection();
            assertThat(cell(county, 1).urgedOn()).isEqualTo("2023-10-19");
            assertThat(browser.get()
                            .uri("/")
                            .with(user(county.reporter().username()))
                            .exchange())
                    .bodyText()
                    .contains("填报月报（已催办）", "2023-10");
            assertThat(urge(special, "nowhere")).hasStatus(422);
            assertThat(urge(county.head(), code)).hasStatus(403);
        });
    }

    @Test
    void moreOfficesNeedNoMoreQueries() {
        Reporting county = returns.county();
        long few = queries(county.leader());
        Stream.generate(() -> world.county(county.bureau().city())).limit(200).toList();
        assertThat(queries(county.leader())).isEqualTo(few).isLessThan(10);
    }

    private long queries(Caller caller) {
        List<Logger> loggers = Stream.of("org.hibernate.SQL", "org.springframework.jdbc.core.JdbcTemplate")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        loggers.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.addAppender(heard);
        });
        boards.of(caller, 2025);
        loggers.forEach(logger -> {
            logger.setLevel(null);
            logger.detachAppender(heard);
        });
        return heard.list.stream()
                .filter(event ->
                        event.getThreadName().equals(Thread.currentThread().getName()))
                .filter(event -> event.getFormattedMessage().contains("select"))
                .count();
    }

    private MvcTestResult urge(Caller by, String code) {
        return browser.post()
                .uri("/board/urging")
                .param("month", "2023-10")
                .param("offices", code)
                .param("note", "请今天报送")
                .with(user(by.username()))
                .with(csrf())
                .exchange();
    }

    private static String late(Cell cell) {
        return cell.lateness().text();
    }

    private Cell cell(Reporting county, int month) {
        return row(county).cells().get(month);
    }

    private Row row(Reporting county) {
        String name = county.bureau().county().getShortName();
        return boards.of(county.leader(), 2023).rows().stream()
                .filter(row -> row.officeName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void at(LocalDate day, Runnable action) {
        today.at(day.atTime(12, 0).atZone(Today.ZONE).toInstant(), action);
    }
}
