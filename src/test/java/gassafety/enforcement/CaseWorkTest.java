package gassafety.enforcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gassafety.calendar.Today;
import gassafety.enforcement.CaseJourneys.Situation;
import gassafety.journal.Act;
import gassafety.journal.SourceKind;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Forbidden;
import gassafety.web.NotFound;
import gassafety.web.NotNow;
import gassafety.web.Refusal;
import gassafety.web.Stale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SystemTest
class CaseWorkTest {

    @Autowired
    CaseWork work;

    @Autowired
    CaseJourneys journeys;

    @Autowired
    CaseFiles files;

    @Autowired
    World world;

    @Autowired
    Today today;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theStraightLinePostsExactlyWhatTheStatementCounts() {
        Situation at = journeys.decided();
        work.serve(at.turn(at.bureau().caseHandler()), served(today.day()));
        work.close(at.turn(at.bureau().caseHandler()), "罚没款已缴清，已改正。", new BigDecimal("12345.67"));

        assertThat(acts(at))
                .containsExactly(
                        "CASE_DRAFTED 1.00",
                        "CASE_FILING_PROPOSED 1.00",
                        "CASE_FILED 1.00",
                        "CASE_DECISION_PROPOSED 1.00",
                        "FINE_DECIDED 12000.00",
                        "GAINS_CONFISCATED 345.67",
                        "CASE_DECIDED 1.00",
                        "CORRECTION_ORDERED 1.00",
                        "CASE_SERVED 1.00",
                        "CASE_CLOSED 1.00");
        assertThat(penalties(at)).isEqualByComparingTo("12345.67");
        assertThat(files.open(at.id(), at.bureau().leader()).row().stage()).isEqualTo(CaseStage.CLOSED);
    }

    @Test
    void whatCountsIsAnActOfTheBureauAboutTheUnit() {
        Situation at = journeys.decided();
        work.serve(at.turn(at.bureau().caseHandler()), served(today.day()));
        assertThat(jdbc.sql("""
                                select distinct office_path from journal_entry
                                where source_kind = 'CASE' and source_id = ? and enterprise_id = ?
                                  and act in ('CASE_FILED', 'FINE_DECIDED', 'GAINS_CONFISCATED', 'CORRECTION_ORDERED')
                                """)
                        .params(at.id(), at.station().id())
                        .query(String.class)
                        .list())
                .containsExactly(at.bureau().county().getPath());
    }

    @Test
    void confiscatedPiecesCountAndGasByWeightDoesNot() {
        Situation at = journeys.filed();
        Ruling ruling = new Ruling(
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(
                        new ConfiscatedGoods("钢瓶", new BigDecimal("12"), GoodsUnit.ZHI),
                        new ConfiscatedGoods("软管", new BigDecimal("30"), GoodsUnit.GEN),
                        new ConfiscatedGoods("液化石油气", new BigDecimal("14.5"), GoodsUnit.KILOGRAM)),
                false,
                null,
                Closedown.NONE,
                "事实",
                "依据");
        work.propose(at.turn(at.bureau().caseHandler()), ruling);
        work.decide(at.turn(at.bureau().countyHead()));
        assertThat(acts(at)).contains("GOODS_CONFISCATED 12.00", "GOODS_CONFISCATED 30.00");
        assertThat(acts(at)).noneMatch(act -> act.contains("14.50"));
        assertThat(acts(at)).noneMatch(act -> act.startsWith("FINE") || act.startsWith("GAINS"));
        work.serve(at.turn(at.bureau().caseHandler()), served(today.day()));
        assertThat(acts(at)).noneMatch(act -> act.startsWith("CORRECTION_ORDERED"));
    }

    @Test
    void suspensionIsReviewedInLawByAnotherThanTheHandlerBeforeItIsDecided() {
        Situation at = journeys.ruled(suspension());
        World.Bureau bureau = at.bureau();
        assertThatExceptionOfType(NotNow.class).isThrownBy(() -> work.decide(at.turn(bureau.countyHead())));
        Caller handlerToo = world.hire(bureau.countyEnforcement(), Role.COUNTY_ENFORCEMENT, Role.LEGAL_REVIEWER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> work.passReview(at.turn(bureau.reviewer())))
                .satisfies(refusal -> assertThat(refusal.getField()).isEqualTo("opinion"));
        work.returnFromReview(at.turn(handlerToo).saying("证据不足"));
        work.propose(at.turn(handlerToo), suspension());
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> work.passReview(at.turn(handlerToo).saying("同意")));
        work.passReview(at.turn(bureau.reviewer()).saying("事实清楚，同意。"));
        work.decide(at.turn(bureau.countyHead()));
        assertThat(acts(at)).contains("SUSPENSION_ORDERED 1.00");
    }

    @Test
    void whoProposesDoesNotApprove() {
        World.Bureau bureau = world.bureau();
        Caller headOfAll = world.hire(bureau.county(), Role.HEAD, Role.COUNTY_ENFORCEMENT);
        long id = work.draft(headOfAll, key(), world.licensedStation(bureau).id(), CaseJourneys.draft());
        work.proposeFiling(Turn.of(headOfAll, id));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> work.file(Turn.of(headOfAll, id), headOfAll.accountId()));
        work.file(Turn.of(bureau.countyHead(), id), headOfAll.accountId());
        work.propose(Turn.of(headOfAll, id), CaseJourneys.ruling("500", "0"));
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.decide(Turn.of(headOfAll, id)));
    }

    @Test
    void eachStepIsForItsOwnRoleInTheBureauThatHandlesTheCase() {
        Situation at = journeys.proposed();
        World.Bureau bureau = at.bureau();
        long handler = bureau.caseHandler().accountId();
        for (Caller other : List.of(bureau.inspector(), bureau.chief(), bureau.caseHandler(), bureau.leader())) {
            assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.file(at.turn(other), handler));
        }
        Caller headElsewhere = world.hire(world.county(bureau.city()), Role.HEAD);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> work.file(at.turn(headElsewhere), handler));
        Caller enterprise =
                world.enterpriseUser(bureau.fieldOffice(), at.station().id());
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> work.file(at.turn(enterprise), handler));
        assertThatExceptionOfType(Forbidden.class)
                .isThrownBy(() -> work.draft(enterprise, key(), at.station().id(), CaseJourneys.draft()));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> work.file(
                        at.turn(bureau.countyHead()), bureau.inspector().accountId()));
    }

    @Test
    void theSameFormSentTwiceChangesNothingTheSecondTime() {
        Situation at = journeys.ruled(null);
        int seen = files.open(at.id(), at.bureau().countyHead()).version();
        Turn turn = new Turn(at.bureau().countyHead(), at.id(), seen, "同意");
        work.decide(turn);
        List<String> once = acts(at);
        work.decide(turn);
        assertThat(acts(at)).isEqualTo(once);

        String key = key();
        long first = work.draft(at.bureau().inspector(), key, at.station().id(), CaseJourneys.draft());
        assertThat(work.draft(at.bureau().inspector(), key, at.station().id(), CaseJourneys.draft()))
                .isEqualTo(first);
    }

    @Test
    void aStepOnACaseThatMovedOnIsStale() {
        Situation at = journeys.proposed();
        int seen = files.open(at.id(), at.bureau().countyHead()).version();
        work.returnFiling(at.turn(at.bureau().countyHead()).saying("补充证据"));
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> work.decline(new Turn(at.bureau().countyHead(), at.id(), seen, "不予立案")));
    }

    @Test
    void numbersOfABureauAreConsecutiveInAYear() {
        World.Bureau bureau = world.bureau();
        String first = filedNumber(bureau);
        String second = filedNumber(bureau);
        int year = today.day().getYear();
        assertThat(List.of(first, second)).containsExactly("示市监案〔" + year + "〕1号", "示市监案〔" + year + "〕2号");
    }

    @Test
    void aFilingMadeByMistakeCountsNoLonger() {
        Situation at = journeys.filed();
        work.voidFiling(at.turn(at.bureau().countyHead()).saying("重复立案"));
        assertThat(jdbc.sql("select sum(sign) from journal_entry where act = 'CASE_FILED' and source_id = ?")
                        .param(at.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDecisionIsServedFromItsDayToToday() {
        Situation at = journeys.decided();
        Turn turn = at.turn(at.bureau().caseHandler());
        for (LocalDate day : List.of(today.day().minusDays(1), today.day().plusDays(1), LocalDate.of(1, 1, 1))) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> work.serve(turn, served(day)))
                    .satisfies(refusal -> assertThat(refusal.getField()).isEqualTo("servedOn"));
        }
        assertThat(acts(at)).doesNotContain("CASE_SERVED 1.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "345.678", "1e30", "100000000.01"})
    void anAmountIsExactToACentAndNotAbsurd(String amount) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CaseJourneys.ruling(amount, "0"))
                .satisfies(refusal -> assertThat(refusal.getField()).isEqualTo("fine"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> CaseJourneys.ruling("0", amount));
    }

    @Test
    void theDatabaseKeepsWhatWasProposedAndSigned() {
        Situation at = journeys.decided();
        for (String change :
                List.of("update decision set fine = 1 where case_id = ?", "delete from case_step where case_id = ?")) {
            assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                    .isThrownBy(() -> jdbc.sql(change).param(at.id()).update());
        }
    }

    private String filedNumber(World.Bureau bureau) {
        long id = work.draft(
                bureau.inspector(), key(), world.licensedStation(bureau).id(), CaseJourneys.draft());
        work.proposeFiling(Turn.of(bureau.inspector(), id));
        work.file(Turn.of(bureau.countyHead(), id), bureau.caseHandler().accountId());
        return files.open(id, bureau.countyHead()).row().number();
    }

    private List<String> acts(Situation at) {
        return jdbc.sql("select act, quantity from journal_entry where source_kind = ? and source_id = ?"
                        + " order by position")
                .params(SourceKind.CASE.name(), at.id())
                .query((row, number) -> row.getString("act") + " " + row.getString("quantity"))
                .list();
    }

    private BigDecimal penalties(Situation at) {
        return jdbc.sql("select sum(sign * quantity) from journal_entry where source_id = ? and act in (?, ?)")
                .params(at.id(), Act.FINE_DECIDED.name(), Act.GAINS_CONFISCATED.name())
                .query(BigDecimal.class)
                .single();
    }

    private static Ruling suspension() {
        return new Ruling(
                BigDecimal.ZERO, BigDecimal.ZERO, List.of(), false, null, Closedown.SUSPENSION, "拒不改正。", "依据");
    }

    private static Service served(LocalDate day) {
        return new Service(day, ServiceWay.DIRECT, "演示员乙（站长）");
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
