package gassafety.returns;

import static gassafety.returns.ReturnState.*;
import static gassafety.returns.ReturnStep.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.enforcement.Turn;
import gassafety.office.Caller;
import gassafety.office.Role;
import gassafety.returns.Returns.Reporting;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Forbidden;
import gassafety.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who may do what with a return that stands where: every state × every person × every step. */
@SystemTest
class ReturnStepsTest {

    private static final Map<ReturnState, Map<String, Set<ReturnStep>>> COUNTY = Map.of(
            DRAFT, Map.of("reporter", Set.of(SUBMIT)),
            SUBMITTED, Map.of("head", Set.of(APPROVE, SEND_BACK)),
            APPROVED, Map.of("campaign office", Set.of(ACCEPT, SEND_BACK)),
            ACCEPTED, Map.of("campaign office", Set.of(LOCK, SEND_BACK)),
            LOCKED, Map.of("campaign office", Set.of(UNLOCK)));

    private static final Map<ReturnState, Map<String, Set<ReturnStep>>> CITY = Map.of(
            DRAFT, Map.of("campaign office", Set.of(SUBMIT)),
            SUBMITTED, Map.of("leader", Set.of(APPROVE, SEND_BACK)),
            APPROVED, Map.of("campaign office", Set.of(REPORT), "leader", Set.of(SEND_BACK)),
            REPORTED, Map.of("leader", Set.of(LOCK)),
            LOCKED, Map.of("leader", Set.of(UNLOCK)));

    @Autowired
    Returns returns;

    @Autowired
    ReturnWork work;

    @Autowired
    World world;

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(value = ReturnState.class, mode = Mode.EXCLUDE, names = "REPORTED")
    void aCountysReturn(ReturnState state) {
        Reporting county = returns.county();
        check(county, returns.ofCounty(county, state), COUNTY.get(state));
    }

    @ParameterizedTest
    @EnumSource(value = ReturnState.class, mode = Mode.EXCLUDE, names = "ACCEPTED")
    void theCitysReturn(ReturnState state) {
        Reporting county = returns.county();
        check(county, returns.ofCity(county, state), CITY.get(state));
    }

    private void check(Reporting county, long id, Map<String, Set<ReturnStep>> allowed) {
        people(county).forEach((who, person) -> {
            Set<ReturnStep> open = Set.of(ReturnStep.values()).stream()
                    .filter(step -> browser.get()
                                    .uri("/returns/" + id + "/" + step.getPath())
                                    .with(user(person.username()))
                                    .exchange()
                                    .getResponse()
                                    .getStatus()
                            == 200)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(open).as(who).isEqualTo(allowed.getOrDefault(who, Set.of()));
        });
    }

    private Map<String, Caller> people(Reporting county) {
        Map<String, Caller> people = new LinkedHashMap<>();
        people.put("reporter", county.reporter());
        people.put("head", county.head());
        people.put("campaign office", county.campaignOffice());
        people.put("leader", county.leader());
        people.put("section", county.bureau().countySection());
        people.put("inspector", county.bureau().inspector());
        people.put(
                "head of another county",
                world.hire(world.county(county.bureau().city()), Role.HEAD));
        return people;
    }

    @Test
    void whoSubmitsDoesNotApprove() {
        Reporting county = returns.county();
        Caller both = world.hire(county.bureau().county(), Role.REPORTER, Role.HEAD);
        long id = returns.submitted(both, Returns.OCTOBER);
        assertThatExceptionOfType(Forbidden.class).isThrownBy(() -> work.approve(Turn.of(both, id)));
        work.approve(Turn.of(county.head(), id));
    }

    @Test
    void goingBackNeedsAReasonAndIsKept() {
        Reporting county = returns.county();
        long id = returns.ofCounty(county, APPROVED);
        MvcTestResult silent = post(id, "rejection", county.campaignOffice(), Map.of("opinion", ""));
        assertThat(silent).hasStatus(422);
        assertThat(silent).bodyText().contains("请填写理由");
        assertThat(post(id, "rejection", county.campaignOffice(), Map.of("opinion", "第4项不符")))
                .hasStatus3xxRedirection();
        assertThat(browser.get()
                        .uri("/returns/" + id)
                        .with(user(county.reporter().username()))
                        .exchange())
                .bodyText()
                .contains("已退回", "第4项不符");
        work.submit(Turn.of(county.reporter(), id));
        assertThat(submissions(id)).isEqualTo(2);
    }

    @Test
    void unlockingBeginsTheNextRevision() {
        Reporting county = returns.county();
        long id = returns.ofCounty(county, LOCKED);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> work.unlock(Turn.of(county.campaignOffice(), id)));
        work.unlock(Turn.of(county.campaignOffice(), id).saying("漏报一起案件"));
        work.submit(Turn.of(county.reporter(), id));
        assertThat(jdbc.sql("select revision from return_submission where return_id = :id order by place")
                        .param("id", id)
                        .query(Integer.class)
                        .list())
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void theSameFormTwiceIsOneStepAndAStaleOneIsAConflict() {
        Reporting county = returns.county();
        long id = returns.ofCounty(county, SUBMITTED);
        String version = version(id);
        assertThat(post(id, "approval", county.head(), Map.of("version", version)))
                .hasStatus3xxRedirection();
        assertThat(post(id, "approval", county.head(), Map.of("version", version)))
                .hasStatus3xxRedirection();
        assertThat(post(id, "acceptance", county.campaignOffice(), Map.of("version", version)))
                .hasStatus(409);
        assertThat(jdbc.sql("select count(*) from return_step where return_id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void anOfficeHasOneReturnForAMonth() {
        Reporting county = returns.county();
        long id = work.begin(county.reporter(), Returns.OCTOBER);
        Caller colleague = world.hire(county.bureau().county(), Role.REPORTER);
        assertThat(work.begin(colleague, Returns.OCTOBER)).isEqualTo(id);
    }

    @Test
    void whoeverWritesIntoADraftThatAColleagueSavedMeanwhileChoosesBetweenBoth() {
        Reporting county = returns.county();
        long id = work.begin(county.reporter(), Returns.OCTOBER);
        Caller colleague = world.hire(county.bureau().county(), Role.REPORTER);
        String version = version(id);
        Map<String, String> hers = Map.of("version", version, "progress", "检查充装站两家。");
        assertThat(post(id, "draft", county.reporter(), hers)).hasStatus3xxRedirection();
        assertThat(post(id, "draft", county.reporter(), hers))
                .as("tapped twice")
                .hasStatus3xxRedirection();
        assertThat(post(id, "draft", colleague, Map.of("version", version, "progress", "培训一场。")))
                .hasStatus(409)
                .bodyText()
                .contains("检查充装站两家。", "培训一场。", "请逐项选择");
    }

    private MvcTestResult post(long id, String step, Caller by, Map<String, String> fields) {
        var request = browser.post()
                .uri("/returns/" + id + "/" + step)
                .param("version", fields.getOrDefault("version", version(id)))
                .with(user(by.username()))
                .with(csrf());
        fields.forEach((name, value) -> {
            if (!name.equals("version")) {
                request.param(name, value);
            }
        });
        return request.exchange();
    }

    private String version(long id) {
        return jdbc.sql("select version from monthly_return where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private int submissions(long id) {
        return jdbc.sql("select count(*) from return_submission where return_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
