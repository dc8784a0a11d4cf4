package gassafety.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import gassafety.inspection.Visits.Visit;
import gassafety.office.Caller;
import gassafety.support.SystemTest;
import gassafety.support.World;
import gassafety.web.Refusal;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who took part in a visit, what the inspectors declared, and what was explained on the spot. */
@SystemTest
class ParticipationTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    Visits visits;

    @Autowired
    World world;

    @Autowired
    Signing signing;

    @Autowired
    Inspections inspections;

    @Autowired
    JdbcClient jdbc;

    @Test
    void expertsAndOtherDepartmentsStandOnFormCheckPageAndRecord() {
        Visit visit = visits.answered(Map.of());
        Map<String, String> expert =
                Map.of("kind", "EXPERT", "name", "演示专家", "organisation", "示例检验院", "key", "0123456789abcdef");
        post(visit, "/participants", visit.lead(), expert);
        post(visit, "/participants", visit.lead(), expert);
        post(visit, "/participants", visit.lead(), Map.of("kind", "FIRE", "name", "演示消防员"));
        Document form = form(visit);
        assertThat(form.select("#team li").eachText())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("演示消防员（消防救援机构）"));
        post(
                visit,
                form.select("#team li form").get(1).attr("action").replace(visit.address(), ""),
                visit.lead(),
                Map.of());
        assertThat(page(get(visit, "/review")).text())
                .contains("演示专家（专家，示例检验院）")
                .doesNotContain("演示消防员");
        visits.sign(visit);
        assertThat(page(get(visit, "")).text()).contains("演示专家（专家，示例检验院）");
        assertThat(post(visit, "/participants", visit.lead(), expert)).hasStatus(409);
        assertThat(jdbc.sql("select quantity from journal_entry where act = 'VISIT_MADE' and source_id = :id")
                        .param("id", visit.id())
                        .query(Integer.class)
                        .single())
                .as("experts are not counted")
                .isEqualTo(2);
    }

    @Test
    void theBodyCameraIsNotedDuringTheVisitAndNoLongerOnceItIsSigned() {
        Visit visit = visits.answered(Map.of());
        post(visit, "/camera", visit.lead(), Map.of("camera", "JL-01"));
        post(visit, "/camera", visit.lead(), Map.of("camera", "JL-02"));
        assertThat(post(visit, "/camera", visit.lead(), Map.of("camera", "x".repeat(41))))
                .hasStatus(422);
        visits.sign(visit);
        assertThat(post(visit, "/camera", visit.lead(), Map.of("camera", "JL-03")))
                .hasStatus(409);
        assertThat(page(get(visit, "")).text()).contains("JL-02").doesNotContain("JL-01", "JL-03");
    }

    @Test
    void whatIsMissingIsSaidAndWhatWasTypedIsKept() {
        Visit visit = visits.ofAStation();
        MvcTestResult refused = post(
                visit, "/participants", visit.lead(), Map.of("kind", "POLICE", "name", "", "organisation", "示例派出所"));
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("#team .refused").text()).contains("姓名");
        assertThat(page(refused).select("#participant-organisation").val()).isEqualTo("示例派出所");
        assertThat(post(visit, "/participants", visit.lead(), Map.of("kind", "BAKER", "name", "甲")))
                .hasStatus(422);
        assertThat(post(visit, "/participants", visit.bureau().chief(), Map.of("kind", "EXPERT", "name", "甲")))
                .hasStatus(403);
        assertThat(post(visit, "/participants/1/removal", visit.lead(), Map.of()))
                .hasStatus(404);
    }

    @Test
    void eachInspectorDeclaresOnceAndNobodySignsWithoutIt() {
        Visit visit = visits.answered(Map.of());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signing.inspectorSigns(visit.id(), visit.lead(), false, visit.lead()))
                .withMessageContaining("回避");
        assertThat(form(visit).select("#team summary").text()).contains("待声明");
        post(visit, "/declarations", visit.lead(), Map.of());
        assertThat(form(visit).select("#team summary").text()).doesNotContain("待声明");
        signing.inspectorSigns(visit.id(), visit.lead(), false, visit.lead());
        signing.inspectorSigns(visit.id(), visit.second(), true, visit.lead());
        assertThat(page(get(visit, "")).text()).contains("声明无回避情形");
        assertThatThrownBy(() -> jdbc.sql(
                                "update inspection_inspector set declared_at = now()" + " where inspection_id = :id")
                        .param("id", visit.id())
                        .update())
                .as("what was declared stays")
                .hasMessageContaining("never changed");
    }

    @Test
    void whoWithdrawsSignsNothingAndIsReplaced() {
        Visit visit = visits.answered(Map.of());
        assertThat(post(visit, "/withdrawals", visit.second(), Map.of("reason", "")))
                .hasStatus(422);
        post(visit, "/withdrawals", visit.second(), Map.of("reason", "与负责人是近亲属"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() ->
                        inspections.sign(visit.id(), List.of(visit.lead()), UnitSignature.signed("演示员甲", "负责人", null)))
                .withMessageContaining("不足两名");
        assertThat(post(visit, "/answers/4", visit.second(), Map.of("verdict", "COMPLIANT")))
                .hasStatus(403);
        Caller other = world.inspector(visit.bureau().fieldOffice());
        assertThat(form(visit).select("#joining option").eachText())
                .anySatisfy(option -> assertThat(option).contains(other.name()));
        post(visit, "/inspectors", visit.lead(), Map.of("inspector", "" + other.accountId()));
        inspections.sign(visit.id(), List.of(visit.lead(), other), UnitSignature.signed("演示员甲", "负责人", null));
        assertThat(page(get(visit, "")).text()).contains("已回避：与负责人是近亲属", other.name());
    }

    @Test
    void thePublicityIsSavedLikeACardAndItsRowsStay() {
        Visit visit = visits.ofAStation();
        Map<String, String> sent =
                Map.of("held", "YES", "leaflets", "20", "materials", "《安全须知》", "key", "0123456789abcdef");
        save(visit, sent);
        Document reply = page(save(visit, sent));
        assertThat(reply.select("#publicity input[name=leaflets]").val()).isEqualTo("20");
        save(visit, Map.of("key", "fedcba9876543210"));
        assertThat(page(get(visit, "/review")).text()).contains("现场普法 未开展");
        assertThat(jdbc.sql("select count(*) from inspection_publicity where inspection_id = :id")
                        .param("id", visit.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        MvcTestResult wrong = save(visit, Map.of("held", "YES", "leaflets", "很多"));
        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select("#publicity .refused").text()).contains("整数");
    }

    private MvcTestResult save(Visit visit, Map<String, String> fields) {
        var request = browser.post().uri(visit.address() + "/publicity").header("X-Requested-With", "fetch");
        fields.forEach(request::param);
        return request.with(csrf()).with(user(visit.lead().username())).exchange();
    }

    private MvcTestResult post(Visit visit, String below, Caller by, Map<String, String> fields) {
        var request = browser.post().uri(visit.address() + below);
        fields.forEach(request::param);
        return request.with(csrf()).with(user(by.username())).exchange();
    }

    private MvcTestResult get(Visit visit, String below) {
        return browser.get()
                .uri(visit.address() + below)
                .with(user(visit.lead().username()))
                .exchange();
    }

    private Document form(Visit visit) {
        return page(get(visit, ""));
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
