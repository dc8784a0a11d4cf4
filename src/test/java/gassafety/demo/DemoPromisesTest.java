package gassafety.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.office.Callers;
import gassafety.support.DemoTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the demonstration promises to whoever looks at it; what other tests added on its last day is left out. */
@DemoTest
class DemoPromisesTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Callers callers;

    @Autowired
    MockMvcTester web;

    @ParameterizedTest
    @CsvSource({
        "FILLING_STATION, 34",
        "CYLINDER_MAKER, 1",
        "CYLINDER_INSPECTION_BODY, 3",
        "PIPELINE_INSPECTION_BODY, 2",
        "PIPELINE_USER, 9",
        "APPLIANCE_PRODUCER, 6",
        "APPLIANCE_SELLER, 430",
        "ECOMMERCE_PLATFORM, 2",
        "INSTALLATION_CHARGER, 4"
    })
    void asManyUnitsOfEachRoleAsACityOfThisSizeHas(String role, int units) {
        assertThat(count("""
                        select count(distinct enterprise_id) from journal_entry join enterprise_role using (enterprise_id)
                        where act = 'ENTERPRISE_REGISTERED' and enterprise_role.role = '%s' and occurred_on < '2023-11-15'
                            and journal_entry.office_path like (select path from office where code = 'city') || '%%'
                        """.formatted(role))).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({
        "15, [^ ]+案〔2023〕[0-9]+号",
        "19, [^ ]+特令〔2023〕第[0-9]+号",
        "4, .+ 2023-[0-9]{2}-[0-9]{2}",
    })
    void theRecordsBehindAFigureAreCalledByTheirNumbers(int line, String pattern) throws Exception {
        MvcTestResult answer = web.get()
                .uri("/annex3/lines/" + line + "?asOf=2023-11-14")
                .with(user("leader"))
                .exchange();
        Document page = Jsoup.parse(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select("[aria-labelledby=counted-title] td[data-label=事项] .sub")
                        .eachText())
                .isNotEmpty()
                .allMatch(title -> title.matches(pattern));
    }

    @Test
    void casesAndDirectivesAtEveryStage() {
        assertThat(count(
                        "select count(*) from journal_entry where act = 'CASE_DRAFTED' and occurred_on < '2023-11-15'"))
                .isEqualTo(46);
        assertThat(count("select count(*) from directive where drafted_on < '2023-11-15'"))
                .isBetween(55, 61);
        assertThat(jdbc.sql("select distinct stage from directive")
                        .query(String.class)
                        .set())
                .contains("PROPOSED", "ISSUED", "SERVED", "WITHDRAWN");
    }

    @Test
    void everyKindOfOutreachWithAMistakeTakenBackAndSomeEvidenceMissing() {
        assertThat(count("select count(distinct kind) from outreach_record")).isEqualTo(11);
        assertThat(count("select count(*) from outreach_record where voided_at is not null"))
                .isPositive();
        assertThat(count("""
                        select count(*) from outreach_record where not exists (
                            select from attachment file
                            where file.source_kind = 'OUTREACH' and file.source_id = outreach_record.id
                                and file.name = '现场照片.png')
                        """))
                .as("entered without a file, whoever gives one later")
                .isPositive();
    }

    @Test
    void everyAwkwardVisit() {
        assertThat(count("select count(*) from inspection where status = 'TERMINATED' and visit_day < '2023-11-15'"))
                .isEqualTo(1);
        assertThat(jdbc.sql("select distinct kind from inspection_signature")
                        .query(String.class)
                        .set())
                .contains("UNIT_SIGNED", "UNIT_REFUSED", "UNIT_ABSENT");
        assertThat(count("""
                        select count(*) from (
                            select enterprise_id from inspection join office on office.id = office_id
                            group by enterprise_id having count(distinct kind) > 1) both_levels
                        """)).isPositive();
    }

    @Test
    void theSharesOfTheLedger() {
        assertThat(count("select 100 * count(*) filter (where on_the_spot) / count(*) from hazard"))
                .isBetween(40, 55);
        assertThat(count("select count(*) from hazard where open and due < '2023-11-14' and state = 'RECTIFYING'"))
                .as("overdue ones")
                .isPositive();
        assertThat(count("select 100 * count(*) filter (where level <> 'GENERAL') / count(*) from hazard"
                        + " where checklist_code = 'ANNEX2'"))
                .isBetween(3, 9);
    }

    @Test
    void someDozensOfCylindersOfEachLicensedStationAndAFewThatNobodyMayFill() {
        assertThat(count("select count(distinct enterprise_id) from cylinder where mark like 'SL%'"))
                .isEqualTo(33);
        for (String few : List.of(
                "next_inspection_on < '2023-11-15'",
                "design_life_until < '2023-11-15'",
                "state = 'OVERDUE'",
                "state = 'SEIZED'",
                "state = 'SCRAPPED'")) {
            assertThat(count("select 100 * count(*) filter (where " + few + ") / count(*) from cylinder"
                            + " where mark like 'SL%'"))
                    .as(few)
                    .isBetween(1, 15);
        }
        assertThat(jdbc.sql("select distinct result from inspection_cylinder")
                        .query(String.class)
                        .set())
                .contains("NORMAL", "ABNORMAL");
    }

    @Test
    void anInspectionOfTheEnterpriseUsersStationIsAmongTheNewestOfItsOffice() {
        long station = callers.byUsername("station").orElseThrow().enterpriseId();
        assertThat(jdbc.sql("""
                        select enterprise_id from inspection join office on office.id = office_id
                        where code = 'beiling-chengguan' and visit_day = '2023-11-14'
                        """).query(Long.class).list()).contains(station);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "admin2",
                "auditor",
                "leader",
                "special",
                "special2",
                "quality",
                "price",
                "enforcement",
                "credit",
                "online",
                "certification",
                "general",
                "inspector",
                "inspector2",
                "chief",
                "beilingspecial",
                "beilingcase",
                "legal",
                "beiling",
                "beilinghead",
                "qiheinspector",
                "qihe",
                "qihehead",
                "station",
                "seller"
            })
    void everyAccountOfTheContractHasADeskWithSomethingOnIt(String username) {
        assertThat(desk(username).select("article section .todo li, article section .figure, article section .empty"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "chief, 确认销号",
        "chief, 审批延期",
        "inspector, 复查",
        "inspector2, 复查会签",
        "beilingspecial, 认定重大隐患",
        "beilinghead, 审批立案",
        "beilinghead, 签发监察指令书",
        "beilinghead, 审批处罚决定",
        "beilingcase, 结案",
        "special, 确认重大隐患销号",
        "special, 接收月报",
        "leader, 锁定月报",
        "beiling, 填报月报",
        "station, 整改并报告",
        "seller, 整改并报告"
    })
    void somethingToDoOnTheLastMorning(String username, String task) {
        assertThat(desk(username).select(".todo li span").eachText()).anyMatch(text -> text.startsWith(task + "："));
    }

    private Document desk(String username) {
        MvcTestResult answer = web.get().uri("/").with(user(username)).exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
